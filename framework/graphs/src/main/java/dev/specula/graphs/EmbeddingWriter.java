package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.FLOAT;
import static dev.specula.graphs.GraphWriter.INT64;
import static dev.specula.graphs.GraphWriter.attribute;

import dev.specula.onnx.DecoderFormat;
import java.util.Arrays;

/** Writes what enters the first block: embeddings of tokens or rows given in their place, and learned positions. */
final class EmbeddingWriter {
    private final DecoderConfig config;
    private final DecoderGraph.Variant variant;
    private final LayerWriter layers;
    private final int positions;
    private final Rotation rotation;

    /**
     * For a graph that is to know {@code positions} positions.
     *
     * @param rotation of the stream, in which the tables of {@code layers} are turned and given rows are not
     */
    EmbeddingWriter(
            DecoderConfig config, DecoderGraph.Variant variant, LayerWriter layers, int positions, Rotation rotation) {
        this.config = config;
        this.variant = variant;
        this.layers = layers;
        this.positions = positions;
        this.rotation = rotation;
    }

    String write() {
        GraphWriter graph = layers.graph();
        String ids = graph.input(DecoderFormat.TOKENS, INT64, 1, "n");
        int width = config.sizes().hidden();
        String table = layers.constant(
                config.tensors().of("embedding") + ".weight", config.sizes().vocabulary(), width);
        String x = graph.node("Gather", "embedded", table, ids);
        if (config.embeddingScale() != 1) {
            String scale = graph.floats("embedded.scale", new float[] {config.embeddingScale()});
            x = graph.node("Mul", "embedded.scaled", x, scale);
        }
        if (variant.isGeneral()) {
            graph.input(DecoderFormat.GIVEN_AT, INT64, "given", 2);
            graph.input(DecoderFormat.GIVEN_ROWS, FLOAT, "given", width);
            String given = rotation.write(graph, "given.turned", DecoderFormat.GIVEN_ROWS, width);
            x = graph.node("ScatterND", "embedded.given", x, DecoderFormat.GIVEN_AT, given);
        }
        if (config.tensors().has("positions")) {
            x = graph.node("Add", "embedded.placed", x, positionRows());
        }
        if (config.tensors().has("embedding_norm")) {
            DecoderConfig.Norms norms = config.norms();
            x = layers.norm(x, config.tensors().of("embedding_norm"), norms.kind(), norms.epsilon(), width);
        }
        return x;
    }

    private String positionRows() {
        GraphWriter graph = layers.graph();
        int width = config.sizes().hidden();
        String name = config.tensors().of("positions") + ".weight";
        int stored = config.sizes().contextTokens() + config.firstPosition();
        // Rows are taken from the first position on; a pass that is filled up may reach one past the last.
        float[] all = layers.read(name, stored, width);
        float[] rows =
                Arrays.copyOf(Arrays.copyOfRange(all, config.firstPosition() * width, all.length), positions * width);
        String table = graph.floats(name, rows, positions, width);
        return graph.node("Gather", "positions.rows", table, places());
    }

    /** Positions of the new rows: given, or counted from the end of the cache. */
    private String places() {
        if (variant.isGeneral()) {
            return DecoderFormat.POSITIONS;
        }
        GraphWriter graph = layers.graph();
        String total = graph.named("Cast", "positions.total", DecoderFormat.TOTAL_ROWS)
                .addAttribute(attribute("to", INT64))
                .getName();
        if (variant == DecoderGraph.Variant.LONE) {
            return graph.node("Sub", "positions.place", total, graph.longs("positions.beside", new long[] {2}, 1));
        }
        String shape = graph.node("Shape", "positions.shape", DecoderFormat.TOKENS);
        String count = graph.node("Gather", "positions.count", shape, graph.longs("positions.axis", new long[] {1}));
        String first = graph.node("Sub", "positions.first", total, count);
        return graph.node("Range", "positions.places", first, total, graph.longs("positions.step", new long[] {1}));
    }
}
