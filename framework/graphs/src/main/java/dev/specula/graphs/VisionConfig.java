package dev.specula.graphs;

/**
 * The numbers of a picture encoder.
 *
 * @param imageSize pixels on a side
 * @param hidden width of the encoder
 * @param layers number of blocks
 * @param heads attention heads; divides {@code hidden}
 * @param intermediate width inside the feed-forward block
 * @param normEpsilon added to the variance in norms
 * @param poolFactor squares of this many patches on a side become one row
 * @param rowWidth width of the rows the decoder takes
 */
record VisionConfig(
        int imageSize,
        int hidden,
        int layers,
        int heads,
        int intermediate,
        float normEpsilon,
        int poolFactor,
        int rowWidth) {
    /** The convolutions before the blocks halve the picture three times. */
    private static final int STRIDE = 8;

    static VisionConfig read(JsonConfig json, int rowWidth) {
        JsonConfig vision = json.section("vision_config");
        VisionConfig config = new VisionConfig(
                vision.integer("image_size"),
                vision.integer("hidden_size"),
                vision.integer("num_hidden_layers"),
                vision.integer("num_attention_heads"),
                vision.integer("intermediate_size"),
                (float) vision.number("layer_norm_eps", 1e-6),
                json.integer("scale_factor"),
                rowWidth);
        if (config.imageSize() % (STRIDE * config.poolFactor()) != 0) {
            throw vision.refused("image_size", "a multiple of " + STRIDE * config.poolFactor(), config.imageSize());
        }
        return config;
    }

    /** Patches on a side. */
    int side() {
        return imageSize / STRIDE;
    }

    int patches() {
        return side() * side();
    }

    /** Rows of one picture. */
    int rows() {
        return patches() / (poolFactor * poolFactor);
    }
}
