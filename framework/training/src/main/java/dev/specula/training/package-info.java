/**
 * Recipes that train the target and draft models of the blocks world from nothing but seeds. They run on DJL's PyTorch
 * engine, whose natives the profile {@code training} adds; everything else compiles and tests without them.
 */
@NullMarked
package dev.specula.training;

import org.jspecify.annotations.NullMarked;
