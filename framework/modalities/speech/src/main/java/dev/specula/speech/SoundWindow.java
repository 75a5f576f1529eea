package dev.specula.speech;

import dev.specula.media.SoundStream;
import java.util.Arrays;

/** The part of a sound that a model hears at once: moves from the beginning to the end and keeps no more. Owns the stream. */
final class SoundWindow implements AutoCloseable {
    /** What is not louder, of the full scale, is silence: 66 dB below it. */
    private static final float QUIET = 0.0005f;

    private final SoundStream stream;
    private final float[] samples;
    private long start;
    private int length;
    private float loudest;

    /**
     * The first window, of at most {@code size} samples.
     *
     * @throws dev.specula.media.UnreadableSoundException if it cannot be read; the stream is closed then
     */
    SoundWindow(SoundStream stream, int size) {
        this.stream = stream;
        this.samples = new float[size];
        try {
            fill();
        } catch (RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private void fill() {
        int before = length;
        length += stream.read(samples, before, samples.length - before);
        for (int i = before; i < length; i++) {
            loudest = Math.max(loudest, Math.abs(samples[i]));
        }
    }

    /** Samples before the window. */
    long start() {
        return start;
    }

    /** Samples in the window: fewer than its size at the end of the sound, none after it. */
    int length() {
        return length;
    }

    /** The samples. */
    float[] samples() {
        return length == samples.length ? samples : Arrays.copyOf(samples, length);
    }

    /** Whether nothing in the window can be speech. */
    boolean isSilent() {
        for (int i = 0; i < length; i++) {
            if (Math.abs(samples[i]) > QUIET) {
                return false;
            }
        }
        return true;
    }

    /** The largest sample so far, of the full scale. */
    float loudest() {
        return loudest;
    }

    /** Moves on by {@code count} samples, at most its length. */
    void advance(int count) {
        System.arraycopy(samples, count, samples, 0, length - count);
        length -= count;
        start += count;
        fill();
    }

    @Override
    public void close() {
        stream.close();
    }
}
