package dev.specula.media;

import java.io.IOException;

/** Sound as a decoder gives it, block by block, its channels averaged. Not thread-safe. */
interface SampleBlocks extends AutoCloseable {
    /** Samples per second. */
    int rate();

    /** The next samples, from -1 to 1; none at the end. */
    float[] next() throws IOException;

    @Override
    void close() throws IOException;
}
