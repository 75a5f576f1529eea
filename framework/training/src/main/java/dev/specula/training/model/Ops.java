package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import org.jspecify.annotations.Nullable;

/** The few operations of which DJL keeps the fused form out of sight. */
public final class Ops {

    private Ops() {}

    /** {@code x} times the transpose of {@code weight (out, in)}, plus {@code bias}. */
    static NDArray linear(NDArray x, NDArray weight, @Nullable NDArray bias) {
        return x.getNDArrayInternal().linear(x, weight, bias).singletonOrThrow();
    }

    /** The rows of {@code table (rows, width)} that {@code indices} name. */
    public static NDArray rowsOf(NDArray table, NDArray indices) {
        return indices.getNDArrayInternal()
                .embedding(indices, table, SparseFormat.DENSE)
                .singletonOrThrow();
    }

    static NDArray layerNorm(NDArray x, NDArray weight, NDArray bias, float epsilon) {
        return x.getNDArrayInternal()
                .layerNorm(x, new Shape(x.getShape().getLastDimension()), weight, bias, epsilon)
                .singletonOrThrow();
    }

    static NDArray rmsNorm(NDArray x, NDArray weight, float epsilon) {
        NDArray scale = x.square().mean(new int[] {-1}, true).add(epsilon).pow(-0.5f);
        return x.mul(scale).mul(weight);
    }

    /** The exact (erf) form. */
    static NDArray gelu(NDArray x) {
        return x.getNDArrayInternal().gelu();
    }

    static NDArray silu(NDArray x) {
        return x.getNDArrayInternal().sigmoid().mul(x);
    }

    /** A 3 x 3 convolution, padded by one, over {@code (batch, channels, height, width)}. */
    static NDArray convolution(NDArray x, NDArray weight, NDArray bias, int stride) {
        return x.getNDArrayInternal()
                .convolution(x, weight, bias, new Shape(stride, stride), new Shape(1, 1), new Shape(1, 1), 1)
                .singletonOrThrow();
    }
}
