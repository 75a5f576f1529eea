package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decoder to write: its sizes, what its tensors are called, and which way it takes where families differ.
 *
 * @param spans what each layer sees and how it knows positions, by layer
 * @param norms how rows are normalised
 * @param activation between the matrices of a feed-forward block
 * @param queryScale attention scores are divided by the root of it
 * @param embeddingScale embeddings of tokens are multiplied by it
 * @param softcap logits z become {@code softcap * tanh(z / softcap)}; 0 leaves them
 * @param firstPosition row of the first position where positions are learned
 * @param order how matrices are stored
 * @param headTokens tokens that the head can say, by row of its matrix; empty where it says all, in order
 */
record DecoderConfig(
        Sizes sizes,
        TensorNames tensors,
        List<Span> spans,
        Norms norms,
        Activation activation,
        float queryScale,
        float embeddingScale,
        float softcap,
        int firstPosition,
        MatrixOrder order,
        Biases biases,
        Head head,
        List<Integer> headTokens) {
    /**
     * The numbers of a decoder.
     *
     * @param vocabulary number of tokens
     * @param hidden width of the residual stream
     * @param intermediate width inside the feed-forward block
     * @param layers number of blocks
     * @param heads query heads
     * @param keyHeads key and value heads; divides {@code heads}
     * @param headSize width of a head
     * @param contextTokens most positions the model was made for
     * @param memoryWidth width of the encoder's rows that it attends to; 0 without
     */
    record Sizes(
            int vocabulary,
            int hidden,
            int intermediate,
            int layers,
            int heads,
            int keyHeads,
            int headSize,
            int contextTokens,
            int memoryWidth) {}

    /**
     * What a layer sees.
     *
     * @param window columns back, itself included; 0 sees all
     * @param rope rotary embedding; null where positions are learned and added to the embeddings
     */
    record Span(int window, @Nullable Rope rope) {}

    /** How rows are normalised: {@code after} a half of a block is added to the stream, or before it reads from it. */
    record Norms(NormKind kind, float epsilon, boolean after) {}

    /** Which linear layers have biases. */
    record Biases(boolean query, boolean key, boolean value, boolean output, boolean feedForward) {
        /** Whether the matrix in {@code role} has one. */
        boolean of(String role) {
            return switch (role) {
                case "query", "query_key_value", "memory_query" -> query;
                case "key", "memory_key" -> key;
                case "value", "memory_value", "memory_key_value" -> value;
                case "output", "memory_output" -> output;
                case "gate", "up", "down" -> feedForward;
                default -> false;
            };
        }
    }

    /** How matrices are stored. */
    enum MatrixOrder {
        OUTPUTS_INPUTS,
        INPUTS_OUTPUTS
    }

    /** Where the output matrix comes from. */
    enum Head {
        /** It is the embedding. */
        TIED,
        /** It is a tensor of its own. */
        OWN
    }

    DecoderConfig {
        spans = List.copyOf(spans);
        headTokens = List.copyOf(headTokens);
        int headSize = sizes.headSize();
        require(
                "heads of keys",
                sizes.keyHeads() > 0 && sizes.heads() % sizes.keyHeads() == 0,
                "a divisor of " + sizes.heads(),
                sizes.keyHeads());
        require("layers", sizes.layers() > 0, "at least 1", sizes.layers());
        require("vocab_size", sizes.vocabulary() > 1, "at least 2", sizes.vocabulary());
        checkHead(head, headTokens, sizes.vocabulary());
        int step = spans.get(0).rope() == null ? 8 : 16;
        require("head_dim", headSize > 0 && headSize % step == 0, "a multiple of " + step, headSize);
        for (Span span : spans) {
            if (span.rope() != null && span.rope().scaling() instanceof Rope.Divided divided) {
                int divisors = divided.divisors().size();
                require(
                        "rope divisors",
                        divisors == headSize / 2,
                        "one for each of " + headSize / 2 + " pairs",
                        divisors);
            }
        }
    }

    /** The same decoder with a matrix of its own for the head. */
    DecoderConfig untied() {
        return new DecoderConfig(
                sizes,
                tensors,
                spans,
                norms,
                activation,
                queryScale,
                embeddingScale,
                softcap,
                firstPosition,
                order,
                biases,
                Head.OWN,
                headTokens);
    }

    /** Rows of the head's matrix: tokens that it can say. */
    int logits() {
        return headTokens.isEmpty() ? sizes.vocabulary() : headTokens.size();
    }

    /** Whether it attends to the rows of an encoder. */
    boolean hasMemory() {
        return sizes.memoryWidth() > 0;
    }

    /** The window of those layers that have one; 0 if none has. */
    int window() {
        return spans.stream().mapToInt(Span::window).max().orElse(0);
    }

    /** Number of weights in matrices, the embedding not counted. */
    long matrixWeights() {
        long width = (long) sizes.headSize() * sizes.hidden();
        long attention = (2L * sizes.heads() + 2L * sizes.keyHeads()) * width;
        long memory = hasMemory() ? 2L * sizes.heads() * width : 0;
        long feedForward = (tensors.has("gate") ? 3L : 2L) * sizes.hidden() * sizes.intermediate();
        return sizes.layers() * (attention + memory + feedForward) + (long) logits() * sizes.hidden();
    }

    private static void checkHead(Head head, List<Integer> tokens, int vocabulary) {
        if (tokens.isEmpty()) {
            return;
        }
        boolean known = tokens.stream().allMatch(token -> token >= 0 && token < vocabulary);
        boolean different = tokens.stream().distinct().count() == tokens.size();
        if (!known || !different || head == Head.TIED) {
            throw new ModelLoadException("A head that says some tokens only must name different ones of the "
                    + vocabulary + " and have a matrix of its own (tie_word_embeddings false), but "
                    + (head == Head.TIED
                            ? "its matrix is the embedding."
                            : "it names " + (known ? "one twice." : "others.")));
        }
    }

    private static void require(String key, boolean holds, String required, int found) {
        if (!holds) {
            throw new ModelLoadException(key + " must be " + required + ", but was " + found + ".");
        }
    }
}
