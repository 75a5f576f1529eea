package dev.specula.graphs;

/**
 * The numbers that all denoisers have.
 *
 * @param hidden width of the residual stream
 * @param blocks number of residual blocks
 * @param waves that a time is told by: half of them sines, half cosines
 * @param highestFrequency of those waves, radians over the time from data to noise; the lowest is 1
 * @param normEpsilon added to the variance in norms
 */
record DenoiserConfig(int hidden, int blocks, int waves, double highestFrequency, float normEpsilon) {
    /** Numbers in a row, at most. */
    static final int MOST = 1 << 16;

    static DenoiserConfig read(JsonConfig json) {
        int waves = json.size("time_waves", MOST);
        if (waves < 4 || waves % 2 != 0) {
            throw json.refused("time_waves", "an even number from 4 on", waves);
        }
        return new DenoiserConfig(
                json.size("hidden_size", MOST),
                json.size("num_hidden_layers", DecoderConfigReader.MOST_LAYERS),
                waves,
                json.positive("time_highest_frequency"),
                (float) json.positive("layer_norm_eps"));
    }

    /** Frequencies that rise by equal factors, of shape (waves / 2,). */
    float[] frequencies() {
        float[] frequencies = new float[waves / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = (float) Math.pow(highestFrequency, (double) i / (frequencies.length - 1));
        }
        return frequencies;
    }
}
