/**
 * The denoising loop: states that lose their noise step by step, drafts of several steps, and the coupling that keeps part of
 * them. A round fits one screen; every type here is one word of it.
 */
@NullMarked
package dev.specula.denoise;

import org.jspecify.annotations.NullMarked;
