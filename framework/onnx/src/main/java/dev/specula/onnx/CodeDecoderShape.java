package dev.specula.onnx;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * What a graph that makes values of codes takes and gives.
 *
 * @param codes shape of the codes without a batch, {@code (rows, columns)} of a picture
 * @param output shape of the values without a batch, {@code (3, height, width)} of a picture
 * @param width numbers in a row of the codebook
 * @param codebook {@code (codes, width)}, read-only
 */
public record CodeDecoderShape(List<Integer> codes, List<Integer> output, int width, FloatBuffer codebook) {
    /** Name of the graph in a bundle. */
    public static final String GRAPH = "codes";

    /** Copies the lists. */
    public CodeDecoderShape {
        codes = List.copyOf(codes);
        output = List.copyOf(output);
        codebook = codebook.asReadOnlyBuffer();
    }
}
