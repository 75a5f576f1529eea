/**
 * Speech to learn from: requests of the blocks world spoken by a synthesiser in many manners, in rooms and noise, with the
 * time of every word and phone. A clip is a function of its seed; rendered clips are kept on disk.
 */
@NullMarked
package dev.specula.training.sound;

import org.jspecify.annotations.NullMarked;
