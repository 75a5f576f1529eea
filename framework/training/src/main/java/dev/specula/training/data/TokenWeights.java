package dev.specula.training.data;

import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.BlockSize;
import dev.specula.blocks.scene.Region;
import dev.specula.blocks.tokens.BlocksTokenizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** How much a token counts in the loss: words that state a fact more than those around them. */
public final class TokenWeights {

    private final float[] weights;

    private TokenWeights(float[] weights) {
        this.weights = weights;
    }

    /** Every token counts once. */
    public static TokenWeights even(int vocabulary) {
        float[] weights = new float[vocabulary];
        Arrays.fill(weights, 1);
        return new TokenWeights(weights);
    }

    /** Words for attributes, places, numbers, yes and no count {@code factor} times. */
    public static TokenWeights stressingFacts(BlocksTokenizer tokenizer, float factor) {
        TokenWeights weights = even(tokenizer.paddedSize());
        Stream<String> attributes = Stream.of(
                        BlockShape.values(), BlockColour.values(), BlockSize.values(), Region.values())
                .flatMap(Arrays::stream)
                .flatMap(constant ->
                        Stream.of(constant.name().toLowerCase(Locale.ROOT).split("_")));
        Stream<String> others = Stream.of(
                "disc", "hoop", "strip", "moon", "violet", "big", "little", "no", "yes", "one", "two", "three", "four",
                "nothing", "above", "below");
        Stream.concat(attributes, others)
                .flatMap(word -> Stream.of(word, " " + word))
                .forEach(word -> {
                    for (int id : tokenizer.encode(word)) {
                        weights.weights[id] = factor;
                    }
                });
        return weights;
    }

    float of(int token) {
        return weights[token];
    }

    /** Whether this token counts more than once. */
    public boolean stresses(int token) {
        return weights[token] > 1;
    }
}
