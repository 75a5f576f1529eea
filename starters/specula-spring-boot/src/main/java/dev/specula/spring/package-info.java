/**
 * What every pipeline of an application shares: the threads that decode, the queue before them, the statistics of its
 * answers. The modalities' own packages build on it.
 */
@NullMarked
package dev.specula.spring;

import org.jspecify.annotations.NullMarked;
