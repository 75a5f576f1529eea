package dev.specula.graphs;

/**
 * Products of 8-bit integers.
 *
 * @param codes what rows are multiplied with, signed
 * @param steps of its columns
 */
record RoundedProduct(GraphWriter graph, String codes, String steps) {
    private static final byte MIDDLE = (byte) 128;

    /**
     * Rows as integers.
     *
     * @param codes without a sign
     * @param step what 1 stands for
     * @param zero the code of nought
     */
    record Rows(String codes, String step, String zero) {
        /** The same rows in another order. */
        Rows(String codes, Rows rows) {
            this(codes, rows.step(), rows.zero());
        }
    }

    /** Rounds x to multiples of {@code step} from -128 to 127; names of values start with {@code name}. */
    static Rows signed(GraphWriter graph, String name, String x, float step) {
        return rounded(graph, name, x, step, MIDDLE);
    }

    /** Rounds x to multiples of {@code step} from 0 to 255. */
    static Rows unsigned(GraphWriter graph, String name, String x, float step) {
        return rounded(graph, name, x, step, (byte) 0);
    }

    private static Rows rounded(GraphWriter graph, String name, String x, float step, byte zero) {
        String steps = graph.floats(name + ".step", new float[] {step});
        String nought = graph.bytes(name + ".zero", GraphWriter.UINT8, new byte[] {zero});
        return new Rows(graph.node("QuantizeLinear", name + ".rounded", x, steps, nought), steps, nought);
    }

    /** Writes the product with {@code rows}, called {@code name}. */
    String of(String name, Rows rows) {
        return of(name, rows, "");
    }

    /** Likewise, {@code bias} added; an empty name if there is none. */
    String of(String name, Rows rows, String bias) {
        return graph.operator(
                        "MatMulIntegerToFloat",
                        GraphWriter.MICROSOFT,
                        name,
                        rows.codes(),
                        codes,
                        rows.step(),
                        steps,
                        rows.zero(),
                        "",
                        bias)
                .addOutput(name)
                .getName();
    }
}
