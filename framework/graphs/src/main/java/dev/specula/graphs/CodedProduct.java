package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.attribute;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Products with matrices that are codes with a scale for each block ({@code MatMulNBits}). The runtime rounds activations to 8
 * bits in the same blocks, so rows of a pass stay independent. Offsets of blocks are multiplied with the sums of x over the
 * blocks: as float zero points the runtime would take them too, but turn all weights into numbers at each run.
 */
final class CodedProduct {
    private static final int BLOCKS_AT_ONCE = 1 << 16;

    private final GraphWriter graph;
    private final String name;
    private final CodeLayout layout;
    private final int inputs;
    private final int blocks;

    /** A product whose value in the graph is called {@code name}; inputs are filled up to a whole block. */
    CodedProduct(GraphWriter graph, String name, CodeLayout layout, int inputs) {
        this.graph = graph;
        this.name = name;
        this.layout = layout;
        this.inputs = inputs;
        this.blocks = (inputs + layout.block() - 1) / layout.block();
    }

    /** Writes rows of codes. */
    interface Writer {
        /** Writes all codes, and one scale for each block. */
        void write(ByteBuffer codes, FloatBuffer scales);
    }

    /** Writes the product of x with matrices of this layout, one below the other. */
    String of(String x, List<Matrix> matrices) {
        int outputs = matrices.stream().mapToInt(Matrix::outputs).sum();
        if (!layout.hasOffsets()) {
            return coded(
                    name,
                    x,
                    outputs,
                    (codes, scales) -> matrices.forEach(
                            matrix -> rows(matrix).write(0, matrix.outputs(), codes, scales, FloatBuffer.allocate(0))));
        }
        Promised offsets = new Promised();
        String turned = graph.constant(
                name + ".offsets",
                GraphWriter.FLOAT,
                (long) Float.BYTES * outputs * blocks,
                offsets::keep,
                blocks,
                outputs);
        String product = coded(
                name + ".coded",
                x,
                outputs,
                (codes, scales) -> writeTurningOffsets(matrices, outputs, codes, scales, offsets.numbers));
        return graph.node("Add", name, product, offsetProduct(x, turned));
    }

    /** Writes the product of x, (1, rows, inputs), with {@code outputs} rows of codes without offsets. */
    String of(String x, int outputs, Writer writer) {
        return coded(name, x, outputs, writer);
    }

    private String coded(String product, String x, int outputs, Writer writer) {
        long count = (long) outputs * blocks;
        Promised scales = new Promised();
        String scale = graph.constant(name + ".scales", GraphWriter.FLOAT, Float.BYTES * count, scales::keep, count);
        String codes = graph.constant(
                name + ".weight",
                GraphWriter.UINT8,
                count * layout.bytes(),
                bytes -> writer.write(bytes, scales.numbers),
                outputs,
                blocks,
                layout.bytes());
        graph.operator("MatMulNBits", GraphWriter.MICROSOFT, product, x, codes, scale)
                .addAttribute(attribute("K", inputs))
                .addAttribute(attribute("N", outputs))
                .addAttribute(attribute("bits", layout.bits()))
                .addAttribute(attribute("block_size", layout.block()))
                .addAttribute(attribute("accuracy_level", 4))
                .addOutput(product);
        return product;
    }

    /** Sums of x over its blocks times the offsets, (blocks, outputs). */
    private String offsetProduct(String x, String offsets) {
        String apart = graph.node(
                "Reshape",
                name + ".apart",
                x,
                graph.longs(name + ".blocks", new long[] {1, -1, blocks, layout.block()}, 4));
        String sums = graph.named("ReduceSum", name + ".sums", apart, graph.longs(name + ".axis", new long[] {-1}, 1))
                .addAttribute(attribute("keepdims", 0))
                .getName();
        return graph.node("MatMul", name + ".offset", sums, offsets);
    }

    private void writeTurningOffsets(
            List<Matrix> matrices, int outputs, ByteBuffer codes, FloatBuffer scales, FloatBuffer turned) {
        int most = Math.max(1, BLOCKS_AT_ONCE / blocks);
        FloatBuffer offsets = FloatBuffer.allocate(most * blocks); // (rows, blocks) of some rows
        int begin = 0;
        for (Matrix matrix : matrices) {
            for (int first = 0; first < matrix.outputs(); first += most) {
                int count = Math.min(most, matrix.outputs() - first);
                rows(matrix).write(first, count, codes, scales, offsets.clear());
                for (int block = 0; block < blocks; block++) {
                    for (int row = 0; row < count; row++) {
                        turned.put(block * outputs + begin + first + row, offsets.get(row * blocks + block));
                    }
                }
            }
            begin += matrix.outputs();
        }
    }

    private static CodedRows rows(Matrix matrix) {
        CodedRows rows = matrix.codes();
        if (rows == null) {
            throw new IllegalArgumentException("\"" + matrix.name() + "\" has no codes");
        }
        return rows;
    }

    /** A constant that is filled while a later one is written. */
    private static final class Promised {
        private FloatBuffer numbers = FloatBuffer.allocate(0);

        void keep(ByteBuffer place) {
            numbers = place.asFloatBuffer();
        }
    }
}
