package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.attribute;

/**
 * Products of 8-bit integers, of x rounded. Rows of x do not depend on each other.
 *
 * @param codes what x is multiplied with, signed
 * @param steps of its columns
 */
record RoundedProduct(GraphWriter graph, String codes, String steps) {
    /** Steps from nought to the largest number, of either sign. */
    static final int LARGEST = 127;

    private static final int LARGEST_UNSIGNED = 255;
    private static final byte MIDDLE = (byte) 128;

    /**
     * x as integers.
     *
     * @param codes without a sign
     * @param step what 1 stands for
     * @param zero the code of nought
     */
    record Rounded(String codes, String step, String zero) {
        /** The same integers in another order. */
        Rounded in(String order) {
            return new Rounded(order, step, zero);
        }
    }

    /** Rounds x to multiples of {@code step}, of either sign; names of values start with {@code name}. */
    static Rounded rounded(GraphWriter graph, String name, String x, float step) {
        return rounded(graph, name, x, step, MIDDLE);
    }

    private static Rounded rounded(GraphWriter graph, String name, String x, float step, byte zero) {
        String steps = graph.floats(name + ".step", new float[] {step});
        String nought = graph.bytes(name + ".zero", GraphWriter.UINT8, new byte[] {zero});
        return new Rounded(graph.node("QuantizeLinear", name + ".rounded", x, steps, nought), steps, nought);
    }

    /** Writes the largest number of x along {@code axis}, which stays, as one. */
    static String largest(GraphWriter graph, String name, String x, int axis) {
        String axes = graph.longs(name + ".axes", new long[] {axis}, 1);
        return graph.named("ReduceMax", name + ".max", x, axes)
                .addAttribute(attribute("keepdims", 1))
                .getName();
    }

    /** Writes the product of x, each row in steps of a 127th of its own largest number. */
    String ofRows(String name, String x) {
        String sizes = largest(graph, name, graph.node("Abs", name + ".abs", x), -1);
        return ofRows(name, x, sizes, 1f / LARGEST, MIDDLE);
    }

    /** Writes the product of x without a sign, each row in steps of a 255th of its own largest number. */
    String ofUnsignedRows(String name, String x) {
        return ofRows(name, x, largest(graph, name, x, -1), 1f / LARGEST_UNSIGNED, (byte) 0);
    }

    /** Each row is divided by its size, and the product of what is left multiplied by it. */
    private String ofRows(String name, String x, String sizes, float step, byte zero) {
        // A row of noughts becomes 0 / 0, which rounds to some integer; times the row's size, 0, the product is 0.
        String divided = graph.node("Div", name + ".divided", x, sizes);
        Rounded rounded = rounded(graph, name, divided, step, zero);
        return graph.node("Mul", name, of(name + ".product", rounded, ""), sizes);
    }

    /** Writes the product of {@code x}, {@code bias} added; an empty name if there is none. */
    String of(String name, Rounded x, String bias) {
        return graph.operator(
                        "MatMulIntegerToFloat",
                        GraphWriter.MICROSOFT,
                        name,
                        x.codes(),
                        codes,
                        x.step(),
                        steps,
                        x.zero(),
                        "",
                        bias)
                .addOutput(name)
                .getName();
    }
}
