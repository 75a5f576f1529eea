/**
 * States out of noise under a condition: paths of a hand, small pictures. The contract that users call, what stands between a
 * request and the rounds that denoise it, and pipelines for the ways of the papers.
 */
@NullMarked
package dev.specula.diffusion;

import org.jspecify.annotations.NullMarked;
