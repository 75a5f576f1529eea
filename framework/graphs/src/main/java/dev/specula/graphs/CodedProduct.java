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
        /** Writes all codes, then all scales and offsets, as {@link CodedRows} does. */
        void write(ByteBuffer codes, FloatBuffer scales, FloatBuffer offsets);
    }

    /** Writes the product of x with matrices of this layout, one below the other. */
    String of(String x, List<Matrix> matrices) {
        int outputs = matrices.stream().mapToInt(Matrix::outputs).sum();
        return of(x, outputs, (codes, scales, offsets) -> {
            for (Matrix matrix : matrices) {
                CodedRows rows = matrix.codes();
                if (rows == null) {
                    throw new IllegalArgumentException("\"" + matrix.name() + "\" has no codes");
                }
                rows.write(0, matrix.outputs(), codes, scales, offsets);
            }
        });
    }

    /** Writes the product of x, (1, rows, inputs), with {@code outputs} rows of codes. */
    String of(String x, int outputs, Writer writer) {
        int count = Math.multiplyExact(outputs, blocks);
        Waiting scales = new Waiting(count);
        Waiting offsets = new Waiting(layout.hasOffsets() ? count : 0);
        String codes = graph.constant(
                name + ".weight",
                GraphWriter.UINT8,
                (long) count * layout.bytes(),
                bytes -> writer.write(bytes, scales.fill(), offsets.fill()),
                outputs,
                blocks,
                layout.bytes());
        String product = layout.hasOffsets() ? name + ".coded" : name;
        graph.operator(
                        "MatMulNBits",
                        GraphWriter.MICROSOFT,
                        product,
                        x,
                        codes,
                        graph.constant(
                                name + ".scales",
                                GraphWriter.FLOAT,
                                scales.bytes(),
                                bytes -> bytes.asFloatBuffer().put(scales.release()),
                                count))
                .addAttribute(attribute("K", inputs))
                .addAttribute(attribute("N", outputs))
                .addAttribute(attribute("bits", layout.bits()))
                .addAttribute(attribute("block_size", layout.block()))
                .addAttribute(attribute("accuracy_level", 4))
                .addOutput(product);
        return layout.hasOffsets() ? graph.node("Add", name, product, offsetProduct(x, outputs, offsets)) : product;
    }

    /** Sums of x over its blocks times the offsets, which are known when the codes are written. */
    private String offsetProduct(String x, int outputs, Waiting offsets) {
        String apart = graph.node(
                "Reshape",
                name + ".apart",
                x,
                graph.longs(name + ".blocks", new long[] {1, -1, blocks, layout.block()}, 4));
        String sums = graph.named("ReduceSum", name + ".sums", apart, graph.longs(name + ".axis", new long[] {-1}, 1))
                .addAttribute(attribute("keepdims", 0))
                .getName();
        String turned = graph.constant(
                name + ".offsets",
                GraphWriter.FLOAT,
                offsets.bytes(),
                bytes -> transpose(offsets.release(), outputs, bytes.asFloatBuffer()),
                blocks,
                outputs);
        return graph.node("MatMul", name + ".offset", sums, turned);
    }

    /** Numbers that are known when codes are written, and written after them: on the heap in between, for one product at a time. */
    private static final class Waiting {
        private final int count;
        private float[] numbers = new float[0];

        Waiting(int count) {
            this.count = count;
        }

        long bytes() {
            return (long) Float.BYTES * count;
        }

        FloatBuffer fill() {
            numbers = new float[count];
            return FloatBuffer.wrap(numbers);
        }

        float[] release() {
            float[] filled = numbers;
            numbers = new float[0];
            return filled;
        }
    }

    private void transpose(float[] offsets, int outputs, FloatBuffer turned) {
        for (int block = 0; block < blocks; block++) {
            for (int out = 0; out < outputs; out++) {
                turned.put(offsets[out * blocks + block]);
            }
        }
    }
}
