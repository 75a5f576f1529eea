package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
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

    /** A convolution of width 3, padded by one, over {@code (batch, channels, length)}. */
    static NDArray lineConvolution(NDArray x, NDArray weight, NDArray bias, int stride) {
        return x.getNDArrayInternal()
                .convolution(x, weight, bias, new Shape(stride), new Shape(1), new Shape(1), 1)
                .singletonOrThrow();
    }

    /** Attention of all places to all, from {@code (batch, length, queries | keys | values)}, without its projection. */
    static NDArray attend(NDArray queriesKeysValues, int heads) {
        long length = queriesKeysValues.getShape().get(1);
        long hidden = queriesKeysValues.getShape().get(2) / 3;
        long size = hidden / heads;
        NDList parts = queriesKeysValues
                .reshape(-1, length, 3L * heads, size)
                .transpose(0, 2, 1, 3)
                .split(new long[] {heads, 2L * heads}, 1);
        NDArray scores = parts.get(0)
                .mul(1 / Math.sqrt((double) size))
                .matMul(parts.get(1).transpose(0, 1, 3, 2));
        return scores.softmax(-1).matMul(parts.get(2)).transpose(0, 2, 1, 3).reshape(-1, length, hidden);
    }
}
