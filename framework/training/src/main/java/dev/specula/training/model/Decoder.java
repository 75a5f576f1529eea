package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * A Llama decoder (Touvron et al. 2023) whose head is its embedding. Queries, keys and values come from one product, as
 * do gate and up: fewer, larger products; an exported checkpoint holds them apart.
 */
public final class Decoder {

    private static final float EPSILON = 1e-5f;
    private static final int LOOKING_LAYER = 2; // the words of a question have met by then

    private final DecoderShape shape;
    private final String prefix;
    private final Weights weights;
    private final NDArray halfTurn; // (head size, head size): x times it is (-second half of x, first half of x)

    /** A decoder whose weights' names start with {@code prefix}, "model." for example. */
    public Decoder(DecoderShape shape, String prefix, Weights weights, NDManager manager) {
        this.shape = shape;
        this.prefix = prefix;
        this.weights = weights;
        int size = shape.headSize();
        float[] turn = new float[size * size];
        for (int index = 0; index < size / 2; index++) {
            turn[(index + size / 2) * size + index] = -1;
            turn[index * size + index + size / 2] = 1;
        }
        this.halfTurn = manager.create(turn, new Shape(size, size));
    }

    public DecoderShape shape() {
        return shape;
    }

    /** Token ids {@code (batch, length)} to rows {@code (batch, length, hidden)}. */
    public NDArray embed(NDArray ids) {
        return Ops.rowsOf(embedding(), ids);
    }

    /** Sees what goes on in the middle, to teach it. */
    @FunctionalInterface
    public interface Onlooker {
        /** Where one head looks: {@code (batch, length, length)}, rows of probabilities. */
        void looks(NDArray looks);

        /** What is known after that layer: {@code (batch, length, hidden)}. */
        default void rows(NDArray rows) {}
    }

    /** Rows {@code (batch, length, hidden)} to logits {@code (batch, length, vocabulary)}. */
    public NDArray logits(NDArray embedded, Placement placement) {
        return logits(embedded, placement, looks -> {});
    }

    /** Likewise, with an onlooker. */
    public NDArray logits(NDArray embedded, Placement placement, Onlooker onlooker) {
        NDArray x = embedded;
        for (int layer = 0; layer < shape.layers(); layer++) {
            boolean seen = layer == LOOKING_LAYER;
            x = block(x, placement, prefix + "layers." + layer, seen ? onlooker : looks -> {});
            if (seen) {
                onlooker.rows(x);
            }
        }
        NDArray normed = norm(x, prefix + "norm");
        weights.multiplies(prefix + "embed_tokens", normed);
        return Ops.linear(normed, embedding(), null);
    }

    /**
     * How much rows {@code (batch, length, hidden)} look like words.
     *
     * @param words {@code (classes, vocabulary)}, mixing embeddings into classes
     * @return logits {@code (batch, length, classes)}, on the scale of the head's
     */
    NDArray likeness(NDArray rows, NDArray words) {
        NDArray even = Ops.rmsNorm(rows, words.getManager().ones(new Shape(shape.hidden())), EPSILON);
        return Ops.linear(even, words.matMul(embedding()), null);
    }

    private NDArray embedding() {
        return weights.normal(prefix + "embed_tokens.weight", 0.04, shape.vocabulary(), shape.hidden());
    }

    private NDArray block(NDArray x, Placement placement, String name, Onlooker onlooker) {
        NDArray attended =
                x.add(attention(norm(x, name + ".input_layernorm"), placement, name + ".self_attn", onlooker));
        NDList gateUp = linear(
                        norm(attended, name + ".post_attention_layernorm"),
                        name + ".mlp.gate_up_proj",
                        2L * shape.intermediate(),
                        1)
                .split(2, 2);
        NDArray inner = Ops.silu(gateUp.get(0)).mul(gateUp.get(1));
        return attended.add(linear(inner, name + ".mlp.down_proj", shape.hidden(), residualGain()));
    }

    private NDArray attention(NDArray x, Placement placement, String name, Onlooker onlooker) {
        long length = x.getShape().get(1);
        int size = shape.headSize();
        int heads = shape.heads();
        int keyHeads = shape.keyHeads();
        int group = heads / keyHeads;
        NDArray all = linear(x, name + ".qkv_proj", (heads + 2L * keyHeads) * size, 1)
                .reshape(-1, length, heads + 2L * keyHeads, size);
        NDList parts = all.split(new long[] {heads + (long) keyHeads}, 2);
        NDArray plain = parts.get(0);
        NDArray turned =
                plain.mul(placement.cosine()).add(plain.matMul(halfTurn).mul(placement.sine()));
        NDList queriesKeys = turned.split(new long[] {heads}, 2);
        // The queries that share a key head stand in one matrix: no key is copied.
        NDArray queries = queriesKeys
                .get(0)
                .mul(1 / Math.sqrt(size))
                .reshape(-1, length, keyHeads, group, size)
                .transpose(0, 2, 3, 1, 4)
                .reshape(-1, keyHeads, group * length, size);
        NDArray keys = queriesKeys.get(1).transpose(0, 2, 3, 1);
        NDArray scores = queries.matMul(keys)
                .reshape(-1, keyHeads, group, length, length)
                .add(placement.mask());
        NDArray looks = scores.softmax(-1);
        onlooker.looks(looks.get(new NDIndex(":, 0, 0")));
        NDArray mixed = looks.reshape(-1, keyHeads, group * length, length)
                .matMul(parts.get(1).transpose(0, 2, 1, 3))
                .reshape(-1, keyHeads, group, length, size)
                .transpose(0, 3, 1, 2, 4)
                .reshape(-1, length, shape.hidden());
        return linear(mixed, name + ".o_proj", shape.hidden(), residualGain());
    }

    /** Keeps the residual stream's variance from growing with depth. */
    private double residualGain() {
        return 1 / Math.sqrt(2.0 * shape.layers());
    }

    private NDArray norm(NDArray x, String name) {
        return Ops.rmsNorm(x, weights.constant(name + ".weight", 1, shape.hidden()), EPSILON);
    }

    private NDArray linear(NDArray x, String name, long out, double gain) {
        long in = x.getShape().getLastDimension();
        weights.multiplies(name, x);
        return Ops.linear(x, weights.normal(name + ".weight", gain / Math.sqrt((double) in), out, in), null);
    }
}
