/** Rounds written by hand, as a user could: what the generator has to write, and what every check of the kernel runs. */
@NullMarked
package dev.specula.testkit.rounds;

import org.jspecify.annotations.NullMarked;
