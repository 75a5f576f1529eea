package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.util.Arrays;
import java.util.List;

/**
 * An encoder of pictures or sounds to write.
 *
 * @param sizes its numbers
 * @param input shape of what it reads, without a batch: {@code (3, height, width)} or {@code (bins, frames)}
 * @param patch pixels on a side of a patch; 0 where there is a stem
 * @param stem convolutions before the blocks, in place of patches
 * @param norms how rows are normalised, before each half of a block
 * @param activation between the matrices of a feed-forward block, and after each convolution of the stem
 * @param blocks how many blocks are run; the rest of a checkpoint's is not needed
 */
record EncoderConfig(
        TensorNames tensors,
        Sizes sizes,
        List<Integer> input,
        int patch,
        List<Convolution> stem,
        DecoderConfig.Norms norms,
        Activation activation,
        Biases biases,
        int blocks) {
    private static final int MOST_CONVOLUTIONS = 8;
    private static final int MOST_STRIDE = 8;

    /** Width of the rows, width inside the feed-forward block, and attention heads. */
    record Sizes(int hidden, int intermediate, int heads) {}

    /** A convolution of three taps in each direction. */
    record Convolution(String name, int stride) {}

    /** Which layers have biases. */
    record Biases(boolean patches, boolean query, boolean key, boolean value, boolean output, boolean feedForward) {
        /** Whether the matrix in {@code role} of a layer has one. */
        boolean of(String role) {
            return new DecoderConfig.Biases(query, key, value, output, feedForward).of(role);
        }
    }

    EncoderConfig {
        input = List.copyOf(input);
        stem = List.copyOf(stem);
        if (sizes.hidden() % sizes.heads() != 0) {
            throw new ModelLoadException("An encoder's rows must be a multiple of its " + sizes.heads()
                    + " heads wide, but are " + sizes.hidden() + " wide.");
        }
        for (Convolution convolution : stem) {
            if (convolution.stride() < 1 || convolution.stride() > MOST_STRIDE || stem.size() > MOST_CONVOLUTIONS) {
                throw new ModelLoadException("An encoder must begin with at most " + MOST_CONVOLUTIONS
                        + " convolutions of strides from 1 to " + MOST_STRIDE + ", but begins with " + stem.size()
                        + ", one of stride " + convolution.stride() + ".");
            }
        }
        int step = patch > 0 ? patch : stride(stem);
        for (int size : input.subList(1, input.size())) {
            if (patch == 0 && size % step != 0) { // beside the last whole patch nothing is looked at
                throw new ModelLoadException("An encoder's input must be a multiple of " + step
                        + " wide and high, but is " + input + " (channels first).");
            }
        }
    }

    private static int stride(List<Convolution> stem) {
        return stem.stream().mapToInt(Convolution::stride).reduce(1, (left, right) -> left * right);
    }

    /** Rows from left to right, or in time. */
    int across() {
        return input.get(input.size() - 1) / (patch > 0 ? patch : stride(stem));
    }

    /** Rows of one input, a class token not counted. */
    int cells() {
        int step = patch > 0 ? patch : stride(stem);
        return input.stream().skip(1).mapToInt(size -> size / step).reduce(1, (left, right) -> left * right);
    }

    /** Rows that the blocks work on. */
    int places() {
        return cells() + (tensors.has("class") ? 1 : 0);
    }

    /** Number of weights in the matrices of its blocks. */
    long matrixWeights() {
        return blocks * (4L * sizes.hidden() * sizes.hidden() + 2L * sizes.hidden() * sizes.intermediate());
    }

    long[] batch() {
        long[] shape = new long[input.size() + 1];
        Arrays.setAll(shape, i -> i == 0 ? 1 : input.get(i - 1));
        return shape;
    }
}
