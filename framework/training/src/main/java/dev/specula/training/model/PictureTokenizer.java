package dev.specula.training.model;

import ai.djl.ndarray.NDArray;

/**
 * Pictures to codes and back (VQ-VAE, van den Oord et al. 2017). A code depends on its own patch alone: flat ground has one
 * code wherever it lies, which leaves little to guess. The decoder sees the neighbours too, and sharpens by them.
 */
public final class PictureTokenizer {

    /** The name of the vectors that codes stand for, {@code (codes, width)}. */
    public static final String CODEBOOK = "codebook.weight";

    private final TokenizerShape shape;
    private final Weights weights;

    public PictureTokenizer(TokenizerShape shape, Weights weights) {
        this.shape = shape;
        this.weights = weights;
    }

    public TokenizerShape shape() {
        return shape;
    }

    /** Pixels {@code (batch, 3, side, side)}, scaled to -1..1, to patches {@code (batch, places, numbers)}, channel first. */
    public NDArray patches(NDArray pixels) {
        int side = shape.side();
        int patch = shape.patch();
        return pixels.reshape(-1, 3, side, patch, side, patch)
                .transpose(0, 2, 4, 1, 3, 5)
                .reshape(-1, shape.places(), shape.patchNumbers());
    }

    /** Patches to vectors {@code (batch, places, width)}. */
    public NDArray vectors(NDArray patches) {
        NDArray x = Ops.gelu(linear(patches, "encoder.fc1", shape.encoder()));
        x = Ops.gelu(linear(x, "encoder.fc2", shape.encoder()));
        return linear(x, "encoder.fc3", shape.width());
    }

    /** The codebook {@code (codes, width)}, which is averaged, not trained. */
    public NDArray codebook() {
        return weights.normal(CODEBOOK, 1, shape.codes(), shape.width());
    }

    /** Squared distances {@code (rows, codes)} of vectors {@code (rows, width)} to every code, less their own lengths. */
    public NDArray distances(NDArray vectors) {
        NDArray codebook = codebook();
        NDArray lengths = codebook.square().sum(new int[] {1}).reshape(1, shape.codes());
        return lengths.sub(vectors.matMul(codebook.transpose()).mul(2));
    }

    /** Pixels to codes {@code (batch, places)}, whole numbers. */
    public NDArray codes(NDArray pixels) {
        return distances(vectors(patches(pixels)).reshape(-1, shape.width()))
                .argMin(1)
                .reshape(-1, shape.places());
    }

    /** Vectors of codes {@code (batch, places, width)} to patches {@code (batch, places, numbers)}. */
    public NDArray painted(NDArray vectors) {
        NDArray x = linear(vectors, "decoder.in", shape.channels())
                .transpose(0, 2, 1)
                .reshape(-1, shape.channels(), shape.side(), shape.side());
        for (int block = 0; block < shape.depth(); block++) {
            String name = "decoder.blocks." + block;
            NDArray inner = convolution(Ops.gelu(x), name + ".conv1", 1);
            x = x.add(convolution(Ops.gelu(inner), name + ".conv2", 1 / Math.sqrt(2.0 * shape.depth())));
        }
        NDArray places =
                Ops.gelu(x).reshape(-1, shape.channels(), shape.places()).transpose(0, 2, 1);
        return linear(places, "decoder.out", shape.patchNumbers());
    }

    private NDArray convolution(NDArray x, String name, double gain) {
        int channels = shape.channels();
        return Ops.convolution(
                x,
                weights.normal(name + ".weight", gain * Math.sqrt(2 / (9.0 * channels)), channels, channels, 3, 3),
                weights.constant(name + ".bias", 0, channels),
                1);
    }

    private NDArray linear(NDArray x, String name, long out) {
        long in = x.getShape().getLastDimension();
        return Ops.linear(x, weights.linear(name + ".weight", out, in), weights.constant(name + ".bias", 0, out));
    }
}
