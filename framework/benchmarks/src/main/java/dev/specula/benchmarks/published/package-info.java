/**
 * Runs of published checkpoints: how fast they decode here, plainly and speculatively, beside what other programs make of the
 * same files in the same run. Commands, not tests: the weights are not part of the project.
 */
@NullMarked
package dev.specula.benchmarks.published;

import org.jspecify.annotations.NullMarked;
