/**
 * What proves a speculative decoder right: models small enough to enumerate, decoding straight from the formula, noise that
 * takes every way at once, and contracts that implementations of the kernel's interfaces extend as tests.
 */
@NullMarked
package dev.specula.testkit;

import org.jspecify.annotations.NullMarked;
