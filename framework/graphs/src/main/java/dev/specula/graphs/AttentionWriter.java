package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.FLOAT;
import static dev.specula.graphs.GraphWriter.attribute;

import ai.onnx.proto.OnnxMl;
import dev.specula.onnx.DecoderFormat;
import java.util.Arrays;

/** Writes a decoder's attention to its own columns, over a cache that is updated in place. */
final class AttentionWriter {
    /**
     * A score beside those of the columns, so low that its weight is 0: it changes no bit. Left to itself the runtime attends several rows in
     * tiles of columns; with such a score it computes all scores of a head first, which takes less time on two processors for any number of rows.
     */
    private static final String NO_SINK = "attention.no_sink";

    private static final float UNSEEN = -1e9f;

    private final DecoderConfig config;
    private final DecoderGraph.Variant variant;
    private final LayerWriter layers;
    private final RotaryTables tables;
    private final AttentionRows rows;
    private String positions = "";

    AttentionWriter(
            DecoderConfig config,
            DecoderGraph.Variant variant,
            LayerWriter layers,
            RotaryTables tables,
            AttentionRows rows) {
        this.config = config;
        this.variant = variant;
        this.layers = layers;
        this.tables = tables;
        this.rows = rows;
    }

    /** Writes what all layers share, once the inputs are declared. */
    void begin() {
        positions = rows.positions();
        float[] nothing = new float[config.sizes().heads()];
        Arrays.fill(nothing, UNSEEN);
        layers.graph().floats(NO_SINK, nothing, nothing.length);
    }

    /** What layer {@code layer} adds to the stream whose norm is {@code x}. */
    String write(String x, int layer) {
        DecoderConfig.Sizes sizes = config.sizes();
        int width = sizes.heads() * sizes.headSize();
        String qkv = rows.enter(layers.product(x, queriesKeysValues(layer)));
        String attended = config.tensors().has("query_norm")
                ? attend(layer, normed(qkv, layer))
                : attend(layer, new String[] {qkv, "", ""});
        return layers.product(
                rows.leave(attended),
                layers.linear(
                        config.tensors().of(layer, "output"),
                        sizes.hidden(),
                        width,
                        config.biases().output()));
    }

    private Matrix queriesKeysValues(int layer) {
        DecoderConfig.Sizes sizes = config.sizes();
        int width = sizes.heads() * sizes.headSize();
        int keyWidth = sizes.keyHeads() * sizes.headSize();
        TensorNames names = config.tensors();
        if (names.has("query_key_value")) {
            return layers.linear(
                    names.of(layer, "query_key_value"),
                    width + 2 * keyWidth,
                    sizes.hidden(),
                    config.biases().query());
        }
        return Matrix.stacked(
                names.of(layer, "query") + ".key.value",
                layers.linear(
                        names.of(layer, "query"),
                        width,
                        sizes.hidden(),
                        config.biases().query()),
                layers.linear(
                        names.of(layer, "key"),
                        keyWidth,
                        sizes.hidden(),
                        config.biases().key()),
                layers.linear(
                        names.of(layer, "value"),
                        keyWidth,
                        sizes.hidden(),
                        config.biases().value()));
    }

    /** Queries, keys and values apart, the first two normalised per head. */
    private String[] normed(String qkv, int layer) {
        DecoderConfig.Sizes sizes = config.sizes();
        long keyWidth = (long) sizes.keyHeads() * sizes.headSize();
        long[] widths = {(long) sizes.heads() * sizes.headSize(), keyWidth, keyWidth};
        String[] parts = {qkv + ".query", qkv + ".key", qkv + ".value"};
        GraphWriter graph = layers.graph();
        graph.operator("Split", "", qkv + ".split", qkv, graph.longs(qkv + ".widths", widths, 3))
                .addAttribute(attribute("axis", -1))
                .addOutput(parts[0])
                .addOutput(parts[1])
                .addOutput(parts[2]);
        parts[0] = headNorm(parts[0], config.tensors().of(layer, "query_norm"), sizes.heads());
        parts[1] = headNorm(parts[1], config.tensors().of(layer, "key_norm"), sizes.keyHeads());
        return parts;
    }

    /** Normalises each head of x (1, n, heads * headSize) on its own. */
    private String headNorm(String x, String name, int heads) {
        int size = config.sizes().headSize();
        String apart = layers.reshape(name + ".apart", x, 1, -1, heads, size);
        String normed =
                layers.norm(apart, name, config.norms().kind(), config.norms().epsilon(), size);
        return layers.reshape(name + ".together", normed, 1, -1, heads * (long) size);
    }

    private String attend(int layer, String[] qkv) {
        DecoderConfig.Span span = config.spans().get(layer);
        Rope rope = span.rope();
        boolean rotary = rope != null;
        String name = config.tensors().of(layer, "output") + ".attention";
        GraphWriter graph = layers.graph();
        OnnxMl.NodeProto.Builder node = graph.operator(
                "GroupQueryAttention",
                GraphWriter.MICROSOFT,
                name,
                qkv[0],
                qkv[1],
                qkv[2],
                cache(DecoderFormat.pastKey(layer)),
                cache(DecoderFormat.pastValue(layer)),
                DecoderFormat.LAST_ROW,
                DecoderFormat.TOTAL_ROWS);
        node.addInput(rope == null ? "" : tables.of(rope).cosines())
                .addInput(rope == null ? "" : tables.of(rope).sines())
                .addInput(rotary && variant.isGeneral() ? positions : "")
                .addInput(variant.isGeneral() ? mask(span) : "")
                .addInput(NO_SINK);
        node.addAttribute(attribute("num_heads", config.sizes().heads()))
                .addAttribute(attribute("kv_num_heads", config.sizes().keyHeads()))
                .addAttribute(attribute("do_rotary", rotary ? 1 : 0))
                .addAttribute(attribute("scale", (float) (1 / Math.sqrt(config.queryScale()))))
                .addOutput(name)
                .addOutput(present(DecoderFormat.presentKey(layer)))
                .addOutput(present(DecoderFormat.presentValue(layer)));
        return name;
    }

    private static String mask(DecoderConfig.Span span) {
        return span.window() > 0 ? DecoderFormat.WINDOW_MASK : DecoderFormat.MASK;
    }

    private String cache(String name) {
        return layers.graph()
                .input(
                        name,
                        FLOAT,
                        1,
                        config.sizes().keyHeads(),
                        "C",
                        config.sizes().headSize());
    }

    private String present(String name) {
        layers.graph()
                .output(
                        name,
                        FLOAT,
                        1,
                        config.sizes().keyHeads(),
                        "C",
                        config.sizes().headSize());
        return name;
    }
}
