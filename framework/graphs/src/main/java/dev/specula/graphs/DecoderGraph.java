package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.FLOAT;
import static dev.specula.graphs.GraphWriter.INT32;
import static dev.specula.graphs.GraphWriter.INT64;
import static dev.specula.graphs.GraphWriter.attribute;

import dev.specula.onnx.DecoderFormat;

/**
 * Writes a decoder as a graph whose cache is updated in place.
 *
 * <p>Letters: n new rows of a pass, a rows of its attention, T cached rows with them, C rows the cache can hold, M rows of an encoder.
 */
final class DecoderGraph {
    /** Which passes a graph serves. */
    enum Variant {
        /** Tokens that follow each other; logits of every row. The fewest inputs and operators. */
        CHAIN,
        /**
         * One token. Attends to columns with a copy of itself beside it: only that sums up in another order for one row than for more, so
         * the logits are, bit for bit, those of the row in a chain.
         */
        LONE,
        /** Any: rows given in place of embeddings, a mask inside the new rows, logits of chosen rows only. */
        GENERAL,
        /**
         * The same for a model that has no other graph. Attention takes as many rows as the mask has: where that has a row more than
         * the token there is, the logits are those of the row in a chain, as in a graph for one token.
         */
        SOLE;

        boolean isGeneral() {
            return this == GENERAL || this == SOLE;
        }
    }

    /**
     * A decoder to write.
     *
     * @param weights where the tensors are that the configuration names
     * @param positions number of positions it needs to know
     */
    record Source(DecoderConfig config, Weights weights, int positions) {}

    private final DecoderConfig config;
    private final Variant variant;
    private final GraphWriter graph = new GraphWriter("decoder");
    private final LayerWriter layers;
    private final EmbeddingWriter embedding;
    private final AttentionWriter attention;
    private final MemoryAttentionWriter memory;
    private final FeedForwardWriter feedForward;

    private DecoderGraph(Source source, WeightFormat format, Variant variant, Rotation rotation) {
        this.config = source.config();
        this.variant = variant;
        this.layers = new LayerWriter(graph, source.weights(), format.matrices(), config.order());
        RotaryTables tables =
                new RotaryTables(graph, source.positions(), config.sizes().headSize());
        this.embedding = new EmbeddingWriter(config, variant, layers, source.positions(), rotation);
        this.attention = new AttentionWriter(config, variant, layers, tables, new AttentionRows(graph, variant));
        this.memory = new MemoryAttentionWriter(config, layers, format.memory(config));
        this.feedForward = new FeedForwardWriter(config, layers);
    }

    /** Writes the graph, its stream turned where rounding wants that. */
    static WrittenGraph write(Source source, WeightFormat format, Variant variant) {
        return write(
                source, format, variant, format.wantsEvenRows() ? RotatedWeights.rotationOf(source) : Rotation.NONE);
    }

    /** Writes the graph, its stream turned by {@code rotation}. */
    static WrittenGraph write(Source source, WeightFormat format, Variant variant, Rotation rotation) {
        return new DecoderGraph(RotatedWeights.rotated(source, rotation), format, variant, rotation).write();
    }

    private WrittenGraph write() {
        graph.input(DecoderFormat.LAST_ROW, INT32, 1);
        graph.input(DecoderFormat.TOTAL_ROWS, INT32);
        if (variant.isGeneral()) {
            String attending = variant == Variant.SOLE ? "a" : "n";
            graph.input(DecoderFormat.POSITIONS, INT64, 1, "n");
            graph.input(DecoderFormat.MASK, FLOAT, 1, 1, attending, "T");
            if (config.window() > 0) {
                graph.input(DecoderFormat.WINDOW_MASK, FLOAT, 1, 1, attending, "T");
            }
        }
        String embedded = embedding.write();
        attention.begin();
        String x = blocks(embedded);
        if (variant.isGeneral()) {
            graph.input(DecoderFormat.LOGIT_ROWS, INT64, "rows");
            x = graph.named("Gather", "wanted", x, DecoderFormat.LOGIT_ROWS)
                    .addAttribute(attribute("axis", 1))
                    .getName();
        }
        logits(x);
        graph.output(DecoderFormat.LOGITS, FLOAT, 1, variant.isGeneral() ? "rows" : "n", config.logits());
        return graph.write();
    }

    /** The residual stream, and what the next half of a block reads of it. */
    private record Stream(String residual, String read) {}

    private String blocks(String x) {
        boolean after = config.norms().after();
        Stream stream = new Stream(x, after ? x : norm(x, config.tensors().of(0, "attention_norm")));
        for (int layer = 0; layer < config.sizes().layers(); layer++) {
            stream = block(stream, layer);
        }
        return stream.read();
    }

    private Stream block(Stream start, int layer) {
        Stream stream = start;
        boolean after = config.norms().after();
        TensorNames names = config.tensors();
        String attended = normed(attention.write(stream.read(), layer), layer, "after_attention_norm");
        String readNext = config.hasMemory() ? "memory_norm" : "feed_forward_norm";
        stream = add(stream, attended, names.of(layer, after ? "attention_norm" : readNext));
        if (config.hasMemory()) {
            String remembered = memory.write(stream.read(), layer);
            stream = add(stream, remembered, names.of(layer, after ? "memory_norm" : "feed_forward_norm"));
        }
        String fed = normed(feedForward.write(stream.read(), layer), layer, "after_feed_forward_norm");
        return add(stream, fed, after ? names.of(layer, "feed_forward_norm") : normAfter(layer));
    }

    private String normAfter(int layer) {
        boolean last = layer == config.sizes().layers() - 1;
        return last ? config.tensors().of("final_norm") : config.tensors().of(layer + 1, "attention_norm");
    }

    /** The norm of what a half of a block gives, where the architecture has one. */
    private String normed(String x, int layer, String role) {
        return config.tensors().has(role) ? norm(x, config.tensors().of(layer, role)) : x;
    }

    private String norm(String x, String name) {
        DecoderConfig.Norms norms = config.norms();
        return layers.norm(
                x, name, norms.kind(), norms.epsilon(), config.sizes().hidden());
    }

    /** Adds to the stream and takes the norm of the sum; where norms come after, the stream goes on from the norm. */
    private Stream add(Stream stream, String addend, String norm) {
        DecoderConfig.Norms norms = config.norms();
        layers.normOfSum(
                stream.residual(),
                addend,
                norm,
                norms.kind(),
                norms.epsilon(),
                config.sizes().hidden());
        return new Stream(norms.after() ? norm : LayerWriter.sum(norm), norm);
    }

    private void logits(String x) {
        boolean tied = config.head() == DecoderConfig.Head.TIED;
        String tensor = config.tensors().of(tied ? "embedding" : "head") + ".weight";
        boolean capped = config.softcap() > 0;
        String name = capped ? DecoderFormat.LOGITS + ".free" : DecoderFormat.LOGITS;
        String free = layers.head(
                x, layers.matrix(name, tensor, config.logits(), config.sizes().hidden(), null));
        if (capped) {
            String cap = graph.floats(DecoderFormat.LOGITS + ".cap", new float[] {config.softcap()});
            String bent =
                    graph.node("Tanh", DecoderFormat.LOGITS + ".bent", graph.node("Div", name + ".divided", free, cap));
            graph.node("Mul", DecoderFormat.LOGITS, bent, cap);
        }
    }
}
