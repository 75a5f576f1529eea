package dev.specula.graphs;

import java.util.Arrays;
import java.util.List;

/**
 * The numbers of a picture encoder.
 *
 * @param imageSize pixels on a side
 * @param stemStrides of the convolutions before the blocks, in order
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
        List<Integer> stemStrides,
        int hidden,
        int layers,
        int heads,
        int intermediate,
        float normEpsilon,
        int poolFactor,
        int rowWidth) {
    private static final List<Integer> THREE_HALVINGS = List.of(2, 2, 2);

    static VisionConfig read(JsonConfig json, int rowWidth) {
        JsonConfig vision = json.section("vision_config");
        VisionConfig config = new VisionConfig(
                vision.integer("image_size"),
                strides(vision),
                vision.integer("hidden_size"),
                vision.integer("num_hidden_layers"),
                vision.integer("num_attention_heads"),
                vision.integer("intermediate_size"),
                (float) vision.number("layer_norm_eps", 1e-6),
                json.integer("scale_factor"),
                rowWidth);
        int step = config.patchSize() * config.poolFactor();
        if (config.imageSize() % step != 0) {
            throw vision.refused("image_size", "a multiple of " + step, config.imageSize());
        }
        return config;
    }

    private static List<Integer> strides(JsonConfig vision) {
        return vision.has("stem_strides")
                ? Arrays.stream(vision.integers("stem_strides")).boxed().toList()
                : THREE_HALVINGS;
    }

    /** Pixels between one patch and the next. */
    int patchSize() {
        return stemStrides.stream().reduce(1, (left, right) -> left * right);
    }

    /** Patches on a side. */
    int side() {
        return imageSize / patchSize();
    }

    int patches() {
        return side() * side();
    }

    /** Rows of one picture. */
    int rows() {
        return patches() / (poolFactor * poolFactor);
    }
}
