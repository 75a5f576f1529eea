package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parts of Whisper's layers, named as published checkpoints name them. */
final class SpeechLayers {

    private static final float EPSILON = 1e-5f;

    private final int hidden;
    private final int heads;
    private final double residualGain;
    private final Weights weights;

    /** Parts of a stack of {@code layers} layers with {@code additions} to the residual stream each. */
    SpeechLayers(int hidden, int heads, int layers, int additions, Weights weights) {
        this.hidden = hidden;
        this.heads = heads;
        this.residualGain = 1 / Math.sqrt((double) layers * additions); // keeps the stream from growing with depth
        this.weights = weights;
    }

    NDArray norm(NDArray x, String name) {
        return Ops.layerNorm(
                x, weights.constant(name + ".weight", 1, hidden), weights.constant(name + ".bias", 0, hidden), EPSILON);
    }

    NDArray feedForward(NDArray x, String layer, int intermediate) {
        NDArray inner = Ops.gelu(linear(norm(x, layer + ".final_layer_norm"), layer + ".fc1", intermediate, 1));
        return linear(inner, layer + ".fc2", hidden, residualGain);
    }

    /**
     * Attention of {@code x} to {@code to}, each {@code (batch, length, width)}.
     *
     * @param mask added to the scores, where there is one
     * @param onlooker is shown where the first head looks: {@code (batch, length of x, length of to)}
     */
    NDArray attention(NDArray x, NDArray to, String name, @Nullable NDArray mask, Consumer<NDArray> onlooker) {
        int size = hidden / heads;
        NDArray asked = linear(x, name + ".q_proj", hidden, 1);
        if (x != to) {
            weights.multiplies(name + Weights.QUERIES, asked);
        }
        NDArray queries = apart(asked.mul(1 / Math.sqrt((double) size)));
        weights.multiplies(name + ".k_proj", to);
        NDArray keys = apart(Ops.linear(to, keyWeight(name, to.getShape().getLastDimension()), null));
        NDArray values = apart(linear(to, name + ".v_proj", hidden, 1));
        NDArray scores = queries.matMul(keys.transpose(0, 1, 3, 2));
        NDArray looks = (mask == null ? scores : scores.add(mask)).softmax(-1);
        onlooker.accept(looks.get(new NDIndex(":, 0")));
        NDArray mixed = looks.matMul(values)
                .transpose(0, 2, 1, 3)
                .reshape(-1, x.getShape().get(1), hidden);
        return linear(mixed, name + ".out_proj", hidden, residualGain);
    }

    /** Keys that start as the queries, so that places look at their like; keys have no bias. */
    private NDArray keyWeight(String name, long width) {
        String key = name + ".k_proj.weight";
        return width == hidden
                ? weights.starting(key, random -> query(name).toFloatArray(), hidden, hidden)
                : weights.linear(key, hidden, width);
    }

    private NDArray query(String name) {
        return weights.linear(name + ".q_proj.weight", hidden, hidden);
    }

    private NDArray apart(NDArray x) {
        return x.reshape(-1, x.getShape().get(1), heads, hidden / heads).transpose(0, 2, 1, 3);
    }

    private NDArray linear(NDArray x, String name, int out, double gain) {
        long in = x.getShape().getLastDimension();
        weights.multiplies(name, x);
        NDArray weight = weights.normal(name + ".weight", gain / Math.sqrt((double) in), out, in);
        return Ops.linear(x, weight, weights.constant(name + ".bias", 0, out));
    }
}
