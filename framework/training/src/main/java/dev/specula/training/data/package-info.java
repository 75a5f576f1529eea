/**
 * Batches from seeds: pictures with their exchanges packed into one sequence each, as plain arrays that a thread ahead of
 * the training prepares. The batch of a step is a function of seed range, plan and step alone.
 */
@NullMarked
package dev.specula.training.data;

import org.jspecify.annotations.NullMarked;
