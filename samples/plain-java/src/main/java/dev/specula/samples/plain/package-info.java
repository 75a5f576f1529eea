/** The kernel used by hand: no container, no generator, a round of a few lines. */
@NullMarked
package dev.specula.samples.plain;

import org.jspecify.annotations.NullMarked;
