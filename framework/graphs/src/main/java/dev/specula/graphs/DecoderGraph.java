package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.FLOAT;
import static dev.specula.graphs.GraphWriter.INT32;
import static dev.specula.graphs.GraphWriter.INT64;
import static dev.specula.graphs.GraphWriter.attribute;

import ai.onnx.proto.OnnxMl;
import dev.specula.onnx.DecoderFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes a decoder as a graph whose cache is updated in place.
 *
 * <p>Letters: n new rows of a pass, T cached rows with them, C rows the cache can hold, D hidden width.
 */
final class DecoderGraph {
    /** Which passes a graph serves. */
    enum Variant {
        /** Tokens that follow each other; logits of every row. The fewest inputs and operators. */
        CHAIN,
        /** Any: rows given in place of embeddings, a mask inside the new rows, logits of chosen rows only. */
        GENERAL
    }

    /**
     * A decoder to write.
     *
     * @param prefix what stands before {@code embed_tokens} in the names of its tensors, for example {@code model.}
     * @param positions number of positions it needs angles for
     */
    record Source(DecoderConfig config, Weights weights, String prefix, int positions) {}

    private final DecoderConfig config;
    private final Weights weights;
    private final String prefix;
    private final int positions;
    private final Matrices matrices;
    private final Variant variant;
    private final GraphWriter graph = new GraphWriter("decoder");

    private DecoderGraph(Source source, WeightFormat format, Variant variant) {
        this.config = source.config();
        this.weights = source.weights();
        this.prefix = source.prefix();
        this.positions = source.positions();
        this.matrices = format.matrices();
        this.variant = variant;
    }

    /** Writes the graph. */
    static OnnxMl.ModelProto write(Source source, WeightFormat format, Variant variant) {
        return new DecoderGraph(source, format, variant).write();
    }

    private OnnxMl.ModelProto write() {
        String x = embedding();
        graph.input(DecoderFormat.LAST_ROW, INT32, 1);
        graph.input(DecoderFormat.TOTAL_ROWS, INT32);
        if (variant == Variant.GENERAL) {
            graph.input(DecoderFormat.POSITIONS, INT64, 1, "n");
            graph.input(DecoderFormat.MASK, FLOAT, 1, 1, "n", "T");
        }
        int pairs = config.headSize() / 2;
        graph.floats("cos", config.rope().cosines(positions, config.headSize()), positions, pairs);
        graph.floats("sin", config.rope().sines(positions, config.headSize()), positions, pairs);
        Stream stream = new Stream(x, norm(x, prefix + "layers.0.input_layernorm", config.hidden()));
        for (int layer = 0; layer < config.layers(); layer++) {
            stream = layer(stream, layer);
        }
        x = stream.normed();
        if (variant == Variant.GENERAL) {
            graph.input(DecoderFormat.LOGIT_ROWS, INT64, "rows");
            x = graph.named("Gather", "wanted", x, DecoderFormat.LOGIT_ROWS)
                    .addAttribute(attribute("axis", 1))
                    .getName();
        }
        matrices.product(graph, x, head());
        graph.output(DecoderFormat.LOGITS, FLOAT, 1, variant == Variant.GENERAL ? "rows" : "n", config.vocabulary());
        return graph.write();
    }

    private String embedding() {
        String ids = graph.input(DecoderFormat.TOKENS, INT64, 1, "n");
        String name = prefix + "embed_tokens.weight";
        int vocabulary = config.vocabulary();
        String table = graph.floats(name, weights.read(name, vocabulary, config.hidden()), vocabulary, config.hidden());
        String embedded = graph.node("Gather", "embedded", table, ids);
        if (variant == Variant.CHAIN) {
            return embedded;
        }
        graph.input(DecoderFormat.GIVEN_AT, INT64, "given", 2);
        graph.input(DecoderFormat.GIVEN_ROWS, FLOAT, "given", config.hidden());
        return graph.node("ScatterND", "embedded.given", embedded, DecoderFormat.GIVEN_AT, DecoderFormat.GIVEN_ROWS);
    }

    private Matrix head() {
        String name = config.head() == DecoderConfig.Head.TIED ? prefix + "embed_tokens" : "lm_head";
        float[] weight = weights.read(name + ".weight", config.vocabulary(), config.hidden());
        return new Matrix(DecoderFormat.LOGITS, config.vocabulary(), config.hidden(), weight, null);
    }

    /** The residual stream before a block, and its norm: what the block reads. */
    private record Stream(String residual, String normed) {}

    private Stream layer(Stream stream, int layer) {
        String at = prefix + "layers." + layer + ".";
        String attended = attention(stream.normed(), at, layer);
        Stream middle = add(stream, attended, at + "post_attention_layernorm");
        boolean last = layer == config.layers() - 1;
        String next = last ? prefix + "norm" : prefix + "layers." + (layer + 1) + ".input_layernorm";
        return add(middle, feedForward(middle.normed(), at), next);
    }

    /** Adds to the residual stream and takes the norm of the sum, in one operator. */
    private Stream add(Stream stream, String addend, String norm) {
        String weight =
                graph.floats(norm + ".weight", weights.read(norm + ".weight", config.hidden()), config.hidden());
        String sum = norm + ".sum";
        graph.operator(
                        "SkipSimplifiedLayerNormalization",
                        GraphWriter.MICROSOFT,
                        norm,
                        stream.residual(),
                        addend,
                        weight)
                .addAttribute(attribute("epsilon", config.normEpsilon()))
                .addOutput(norm)
                .addOutput("")
                .addOutput("")
                .addOutput(sum);
        return new Stream(sum, norm);
    }

    private String attention(String x, String at, int layer) {
        boolean biased = config.biases().queries();
        int width = config.heads() * config.headSize();
        int keyWidth = config.keyHeads() * config.headSize();
        Matrix packed = Matrix.stacked(
                at + "self_attn.qkv",
                linear(at + "self_attn.q_proj", width, config.hidden(), biased),
                linear(at + "self_attn.k_proj", keyWidth, config.hidden(), biased),
                linear(at + "self_attn.v_proj", keyWidth, config.hidden(), biased));
        String qkv = matrices.product(graph, x, packed);
        String query = qkv;
        String key = "";
        String value = "";
        if (config.architecture().headNorm == Architecture.HeadNorm.QUERIES_AND_KEYS) {
            query = at + "self_attn.q";
            key = at + "self_attn.k";
            value = at + "self_attn.v";
            graph.operator(
                            "Split",
                            "",
                            at + "self_attn.split",
                            qkv,
                            graph.longs(at + "self_attn.widths", new long[] {width, keyWidth, keyWidth}, 3))
                    .addAttribute(attribute("axis", -1))
                    .addOutput(query)
                    .addOutput(key)
                    .addOutput(value);
            query = headNorm(query, at + "self_attn.q_norm", config.heads());
            key = headNorm(key, at + "self_attn.k_norm", config.keyHeads());
        }
        String attended = groupedQueryAttention(query, key, value, at, layer);
        return matrices.product(
                graph,
                attended,
                linear(
                        at + "self_attn.o_proj",
                        config.hidden(),
                        width,
                        config.biases().output()));
    }

    private String groupedQueryAttention(String query, String key, String value, String at, int layer) {
        String pastKey = cache(DecoderFormat.pastKey(layer));
        String pastValue = cache(DecoderFormat.pastValue(layer));
        String name = at + "self_attn";
        OnnxMl.NodeProto.Builder node = graph.operator(
                "GroupQueryAttention",
                GraphWriter.MICROSOFT,
                name,
                query,
                key,
                value,
                pastKey,
                pastValue,
                DecoderFormat.LAST_ROW,
                DecoderFormat.TOTAL_ROWS,
                "cos",
                "sin");
        if (variant == Variant.GENERAL) {
            node.addInput(DecoderFormat.POSITIONS).addInput(DecoderFormat.MASK);
        }
        node.addAttribute(attribute("num_heads", config.heads()))
                .addAttribute(attribute("kv_num_heads", config.keyHeads()))
                .addAttribute(attribute("do_rotary", 1))
                .addOutput(name)
                .addOutput(DecoderFormat.presentKey(layer))
                .addOutput(DecoderFormat.presentValue(layer));
        graph.output(DecoderFormat.presentKey(layer), FLOAT, 1, config.keyHeads(), "C", config.headSize());
        graph.output(DecoderFormat.presentValue(layer), FLOAT, 1, config.keyHeads(), "C", config.headSize());
        return name;
    }

    private String cache(String name) {
        return graph.input(name, FLOAT, 1, config.keyHeads(), "C", config.headSize());
    }

    /** Normalises each head of x (1, n, heads * headSize) on its own. */
    private String headNorm(String x, String name, int heads) {
        String apart = graph.node(
                "Reshape",
                name + ".apart",
                x,
                graph.longs(name + ".heads", new long[] {1, -1, heads, config.headSize()}, 4));
        return graph.node(
                "Reshape",
                name + ".together",
                norm(apart, name, config.headSize()),
                graph.longs(name + ".flat", new long[] {1, -1, heads * (long) config.headSize()}, 3));
    }

    private String feedForward(String x, String at) {
        boolean biased = config.biases().feedForward();
        Matrix packed = Matrix.stacked(
                at + "mlp.gate_up",
                linear(at + "mlp.gate_proj", config.intermediate(), config.hidden(), biased),
                linear(at + "mlp.up_proj", config.intermediate(), config.hidden(), biased));
        String both = matrices.product(graph, x, packed);
        String gate = at + "mlp.gate";
        String up = at + "mlp.up";
        graph.operator("Split", "", at + "mlp.split", both)
                .addAttribute(attribute("axis", -1))
                .addAttribute(attribute("num_outputs", 2))
                .addOutput(gate)
                .addOutput(up);
        String silu = graph.node("Mul", at + "mlp.silu", gate, graph.node("Sigmoid", at + "mlp.sigmoid", gate));
        String inner = graph.node("Mul", at + "mlp.inner", silu, up);
        return matrices.product(
                graph, inner, linear(at + "mlp.down_proj", config.hidden(), config.intermediate(), biased));
    }

    private String norm(String x, String name, int width) {
        String weight = graph.floats(name + ".weight", weights.read(name + ".weight", width), width);
        return graph.named("SimplifiedLayerNormalization", name, x, weight)
                .addAttribute(attribute("axis", -1))
                .addAttribute(attribute("epsilon", config.normEpsilon()))
                .addAttribute(attribute("stash_type", 1))
                .getName();
    }

    private Matrix linear(String name, int outputs, int inputs, boolean biased) {
        float @Nullable [] bias = biased ? weights.read(name + ".bias", outputs) : null;
        return new Matrix(name, outputs, inputs, weights.read(name + ".weight", outputs, inputs), bias);
    }
}
