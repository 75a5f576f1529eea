/**
 * Randomness that can be asked twice: every number is a function of seed, use, position and lane. It is what makes a
 * sampled answer a function of model, prompt and seed, whoever drafts.
 */
@NullMarked
package dev.specula.noise;

import org.jspecify.annotations.NullMarked;
