package dev.specula.training.sound;

/** A voice in one manner of speaking. */
interface Narrator {

    /** Reads {@code sentence} aloud: samples from -1 to 1, 16,000 a second. */
    float[] read(String sentence);
}
