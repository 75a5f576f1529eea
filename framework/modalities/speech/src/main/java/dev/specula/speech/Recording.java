package dev.specula.speech;

import dev.specula.media.Sound;

/**
 * A request: sound to be written down.
 *
 * @param sound what was recorded
 * @param options how it is written down
 */
public record Recording(Sound sound, TranscriptionOptions options) {
    /** Asks for {@code sound} in writing, with default options. */
    public static Recording of(Sound sound) {
        return new Recording(sound, TranscriptionOptions.DEFAULT);
    }

    /** The same sound, written down with {@code wanted}. */
    public Recording with(TranscriptionOptions wanted) {
        return new Recording(sound, wanted);
    }
}
