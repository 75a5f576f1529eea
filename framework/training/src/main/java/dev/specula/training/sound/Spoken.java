package dev.specula.training.sound;

import java.util.List;

/** A sentence as it was spoken. The array is live. */
final class Spoken {

    private final float[] sound;
    private final List<Part> words;
    private final List<Part> phones;

    Spoken(float[] sound, List<Part> words, List<Part> phones) {
        this.sound = sound;
        this.words = List.copyOf(words);
        this.phones = List.copyOf(phones);
    }

    /** Samples from -1 to 1, 16,000 a second. */
    float[] sound() {
        return sound;
    }

    /** In order. */
    List<Part> words() {
        return words;
    }

    /** In order, without a gap from the first sample to the last but one. */
    List<Part> phones() {
        return phones;
    }

    /**
     * A part of a sentence.
     *
     * @param text a word, or the name of a phone
     * @param start in seconds
     * @param end likewise
     */
    record Part(String text, double start, double end) {

        Part later(double seconds) {
            return new Part(text, start + seconds, end + seconds);
        }
    }
}
