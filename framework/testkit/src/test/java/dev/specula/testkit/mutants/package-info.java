/** The classical mistakes of speculative decoding, each one class, and proof that the checks of this kit refuse them. */
@NullMarked
package dev.specula.testkit.mutants;

import org.jspecify.annotations.NullMarked;
