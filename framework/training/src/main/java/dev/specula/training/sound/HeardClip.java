package dev.specula.training.sound;

import java.util.List;

/** A window of sound and what is said in it. The array is live. */
final class HeardClip {

    private final float[] sound;
    private final int length;
    private final List<Sentence> sentences;
    private final List<Spoken.Part> phones;

    HeardClip(float[] sound, int length, List<Sentence> sentences, List<Spoken.Part> phones) {
        this.sound = sound;
        this.length = length;
        this.sentences = List.copyOf(sentences);
        this.phones = List.copyOf(phones);
    }

    /** Samples, a whole window. */
    float[] sound() {
        return sound;
    }

    /** Samples before only silence is left. */
    int length() {
        return length;
    }

    /** Those that begin in the window. */
    List<Sentence> sentences() {
        return sentences;
    }

    /** In order, gaps being silence. */
    List<Spoken.Part> phones() {
        return phones;
    }
}
