package dev.specula.training.model;

/**
 * Sizes of a Whisper model (Radford et al. 2022), or of its decoder alone.
 *
 * @param hidden width of the residual stream
 * @param heads of every attention
 * @param encoder layers of the encoder
 * @param decoder layers of the decoder
 * @param intermediate width inside a layer of the encoder
 * @param decoderIntermediate likewise of the decoder
 * @param memory width of the rows that the decoder attends to
 * @param rows how many of them
 * @param vocabulary rows of the embedding table, which is also the head
 */
public record SpeechShape(
        int hidden,
        int heads,
        int encoder,
        int decoder,
        int intermediate,
        int decoderIntermediate,
        int memory,
        int rows,
        int vocabulary) {

    /** The most tokens of prompt and answer. */
    public static final int CONTEXT = 128;

    private static final int HEAD_SIZE = 64;

    /** The target: 2.6 million weights hear, 7.5 million write. */
    public static SpeechShape target(int rows, int vocabulary) {
        return new SpeechShape(256, 4, 3, 8, 1024, 768, 256, rows, vocabulary);
    }

    /** A draft of {@code layers} layers, {@code hidden} wide, that attends to the rows of {@code target}. */
    public static SpeechShape draft(int layers, int hidden, SpeechShape target) {
        if (hidden < HEAD_SIZE || hidden % HEAD_SIZE != 0) {
            throw new IllegalArgumentException(
                    "A draft's width must be a multiple of " + HEAD_SIZE + ", but was " + hidden + ".");
        }
        int heads = hidden / HEAD_SIZE;
        return new SpeechShape(
                hidden, heads, 0, layers, 0, 4 * hidden, target.hidden(), target.rows(), target.vocabulary());
    }
}
