package dev.specula.bench.sound;

import dev.specula.media.Sound;
import org.jspecify.annotations.Nullable;

/**
 * A sound to write down.
 *
 * @param words what is spoken, where it is known
 */
record SpokenSound(Sound sound, @Nullable String words) {}
