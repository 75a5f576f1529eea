/**
 * Measures what decides which pair to train and how much to draft: times of bare engine passes over random weights. The
 * numbers are of the machine that ran them.
 */
@NullMarked
package dev.specula.benchmarks;

import org.jspecify.annotations.NullMarked;
