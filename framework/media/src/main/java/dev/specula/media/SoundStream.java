package dev.specula.media;

import java.io.IOException;

/** A sound that is being read: one channel, samples from -1 to 1. Not thread-safe. */
public final class SoundStream implements AutoCloseable {
    private final String name;
    private final SampleBlocks blocks;
    private float[] block = new float[0];
    private int taken; // samples of the block that were read
    private boolean ended;

    SoundStream(String name, SampleBlocks blocks) {
        this.name = name;
        this.blocks = blocks;
    }

    /**
     * Reads samples into {@code into}, from index {@code from} on, and returns how many: {@code count}, or fewer at the end.
     *
     * @throws UnreadableSoundException if the sound is broken here
     */
    public int read(float[] into, int from, int count) {
        int read = 0;
        try {
            while (read < count && !ended) {
                if (taken == block.length) {
                    block = blocks.next();
                    taken = 0;
                    ended = block.length == 0;
                }
                int some = Math.min(count - read, block.length - taken);
                System.arraycopy(block, taken, into, from + read, some);
                taken += some;
                read += some;
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
        return read;
    }

    static UnreadableSoundException unreadable(String name, IOException failure) {
        String reason = failure.getMessage() == null ? "it ends too early." : failure.getMessage();
        return new UnreadableSoundException(name + " cannot be read: " + reason, failure);
    }

    @Override
    public void close() {
        try {
            blocks.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }
}
