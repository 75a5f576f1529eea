/**
 * What models and long answers take of memory, looked at from outside: each in a process of its own, whose resident memory the system
 * tells. Linux alone tells it.
 */
@NullMarked
package dev.specula.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
