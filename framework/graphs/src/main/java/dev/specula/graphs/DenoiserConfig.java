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
    static DenoiserConfig read(JsonConfig json) {
        return new DenoiserConfig(
                json.integer("hidden_size"),
                json.integer("num_hidden_layers"),
                json.integer("time_waves"),
                json.number("time_highest_frequency"),
                (float) json.number("layer_norm_eps"));
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
