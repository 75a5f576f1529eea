package dev.specula.training.model;

/**
 * Sizes of a Llama decoder.
 *
 * @param hidden width of the residual stream
 * @param heads query heads of {@link #headSize()} each
 * @param keyHeads key and value heads; {@code heads} is a multiple of it
 * @param vocabulary rows of the embedding table, which is also the head
 */
public record DecoderShape(int hidden, int layers, int heads, int keyHeads, int intermediate, int vocabulary) {

    /** The target model: 9.4 million weights beside the embedding. */
    public static DecoderShape target(int vocabulary) {
        return new DecoderShape(384, 6, 6, 2, 1024, vocabulary);
    }

    /** The model that draws: 3.9 million weights beside the embedding. */
    public static DecoderShape drawer(int vocabulary) {
        return new DecoderShape(256, 5, 4, 2, 768, vocabulary);
    }

    /** A draft model of {@code layers} layers. */
    public static DecoderShape draft(int layers, int vocabulary) {
        return new DecoderShape(128, layers, 4, 4, 384, vocabulary);
    }

    public int headSize() {
        return hidden / heads;
    }
}
