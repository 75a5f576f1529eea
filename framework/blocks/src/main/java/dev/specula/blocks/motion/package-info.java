/**
 * A hand over a scene, and the motions that bring it to a block without touching another: tasks of action models whose
 * success a program tells. Distances are pixels of a 96 x 96 picture.
 */
@NullMarked
package dev.specula.blocks.motion;

import org.jspecify.annotations.NullMarked;
