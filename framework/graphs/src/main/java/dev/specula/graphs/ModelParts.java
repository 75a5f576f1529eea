package dev.specula.graphs;

import dev.specula.Modality;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint's model consists of.
 *
 * @param decoder its numbers and names
 * @param decoderWeights where the decoder's tensors are
 * @param weights all tensors
 * @param encoder of what else it reads; null without
 * @param memoryProjection linear layer between an encoder and the decoder that attends to it; null without
 * @param memoryRows rows of another model's encoder that the decoder attends to; 0 if it has its own, or attends to none
 */
record ModelParts(
        DecoderConfig decoder,
        Weights decoderWeights,
        Weights weights,
        @Nullable Encoder encoder,
        @Nullable String memoryProjection,
        int memoryRows) {
    /**
     * An encoder.
     *
     * @param modality what it reads
     * @param config its numbers and names
     * @param weights where its tensors are
     * @param bridge to the decoder
     */
    record Encoder(Modality modality, EncoderConfig config, Weights weights, Bridge bridge) {}
}
