/**
 * Pictures of a few coloured blocks, drawn from a seed. A scene is the truth that captions, questions and the checker of
 * answers share, so that a model can be taught and measured without a single picture from outside.
 */
@NullMarked
package dev.specula.blocks.scene;

import org.jspecify.annotations.NullMarked;
