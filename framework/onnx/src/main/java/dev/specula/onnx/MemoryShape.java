package dev.specula.onnx;

/**
 * Sizes of what a decoder attends to in the rows of an encoder: keys and values of every layer, made once for an answer by a
 * graph of its own.
 *
 * @param layers layers that attend to it
 * @param heads heads of keys and values
 * @param headSize numbers in a head
 * @param rows rows of the encoder; an answer may attend to fewer, from the first on
 * @param width numbers in a row of the encoder
 */
public record MemoryShape(int layers, int heads, int headSize, int rows, int width) {
    /** Name of the graph in a bundle. */
    public static final String GRAPH = "memory";

    /** Bytes of keys and values. */
    public long bytes() {
        return 2L * Float.BYTES * layers * heads * headSize * rows;
    }
}
