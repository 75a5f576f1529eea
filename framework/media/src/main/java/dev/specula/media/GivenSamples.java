package dev.specula.media;

/** Samples that are in memory already, as one block. */
final class GivenSamples implements SampleBlocks {
    private float[] samples;
    private final int rate;

    GivenSamples(float[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public float[] next() {
        float[] all = samples;
        samples = new float[0];
        return all;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
