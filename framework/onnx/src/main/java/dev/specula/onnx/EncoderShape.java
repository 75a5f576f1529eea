package dev.specula.onnx;

import java.util.List;

/**
 * What an encoder graph takes and gives.
 *
 * @param input shape of the input without a batch
 * @param rows rows of the output
 * @param width numbers in a row
 */
public record EncoderShape(List<Integer> input, int rows, int width) {
    /** Name of the encoder's graph in a bundle. */
    public static final String GRAPH = "encoder";

    /** Copies the list. */
    public EncoderShape {
        input = List.copyOf(input);
    }
}
