package dev.specula.onnx;

/**
 * What a decoder attends to: rows of an encoder. Keys and values of every layer are made of them once for an answer, by a graph of
 * its own.
 *
 * @param rows rows of the encoder; an answer may attend to fewer, from the first on
 * @param width numbers in a row of the encoder
 */
public record MemoryShape(int rows, int width) {
    /** Name of the graph in a bundle. */
    public static final String GRAPH = "memory";
}
