package dev.specula.onnx;

import dev.specula.Modality;
import dev.specula.model.ChatTemplate;
import dev.specula.model.ModelSpec;
import dev.specula.model.RowEncoder;
import dev.specula.model.View;
import dev.specula.model.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model is made of, beside its graphs.
 *
 * @param spec its constants; the context must fit the shape's cache rows with {@link DecoderShape#SPARE_ROWS}
 * @param shape sizes of the decoder
 * @param memory sizes of what it attends to in an encoder's rows; null for a decoder alone
 * @param vocabulary its tokens
 * @param headTokens those that its head can say, by place in a row of logits; empty where it says all, in order
 * @param endTokens tokens after which answers end
 * @param generation whole numbers that the checkpoint holds of how answers are generated, by key
 * @param configurations files of the checkpoint that say how inputs are prepared, by name
 * @param view what it sees of a prompt
 * @param encoders encoder graphs by the modality they read; the graph's name is {@link EncoderShape#GRAPH}
 * @param decoders what makes values of codes by the modality they make; the graph's name is {@link CodeDecoderShape#GRAPH}
 * @param connector maps the target's rows to its own; null without
 * @param chatTemplate how a conversation is written; null without
 */
public record DecoderParts(
        ModelSpec spec,
        DecoderShape shape,
        @Nullable MemoryShape memory,
        Vocabulary vocabulary,
        List<Integer> headTokens,
        List<Integer> endTokens,
        Map<String, List<Integer>> generation,
        Map<String, String> configurations,
        View view,
        Map<Modality, EncoderShape> encoders,
        Map<Modality, CodeDecoderShape> decoders,
        @Nullable RowEncoder connector,
        @Nullable ChatTemplate chatTemplate) {
    /** Copies the collections. */
    public DecoderParts {
        headTokens = List.copyOf(headTokens);
        endTokens = List.copyOf(endTokens);
        generation = Map.copyOf(generation);
        configurations = Map.copyOf(configurations);
        encoders = Map.copyOf(encoders);
        decoders = Map.copyOf(decoders);
    }

    Optional<RowEncoder> connectorIfAny() {
        return Optional.ofNullable(connector);
    }

    Optional<ChatTemplate> chatTemplateIfAny() {
        return Optional.ofNullable(chatTemplate);
    }
}
