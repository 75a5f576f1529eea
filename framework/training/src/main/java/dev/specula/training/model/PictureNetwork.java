package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * The denoiser of a small picture: a transformer over its patches (DiT, Peebles and Xie 2023), steered by time, shape and
 * colour. Choice 8 of each says nothing, for guidance.
 */
public final class PictureNetwork implements VelocityNetwork {

    private final Sizes sizes;
    private final Weights weights;
    private final Adaptive layers;

    /**
     * Sizes of the transformer.
     *
     * @param side of the square of patches
     * @param patch side of a patch in pixels
     * @param hidden width of the blocks
     * @param heads of attention
     * @param blocks of them
     * @param choices of shapes, and of colours, without the one that says nothing
     */
    public record Sizes(int side, int patch, int hidden, int heads, int blocks, int choices) {

        /** 5.6 million weights, 64 patches of 4 x 4 pixels. */
        public static Sizes standard() {
            return new Sizes(8, 4, 192, 6, 8, 8);
        }

        /** Patches of a picture. */
        public int patches() {
            return side * side;
        }

        /** Numbers in a patch. */
        public int numbers() {
            return 3 * patch * patch;
        }
    }

    public PictureNetwork(Sizes sizes, Weights weights) {
        this.sizes = sizes;
        this.weights = weights;
        this.layers = new Adaptive(weights);
    }

    public Sizes sizes() {
        return sizes;
    }

    public Weights weights() {
        return weights;
    }

    @Override
    public Shape states(long count) {
        return new Shape(count, sizes.patches(), sizes.numbers());
    }

    @Override
    public int conditions() {
        return 2;
    }

    @Override
    public NDArray velocity(NDArray states, NDArray times, NDArray condition) {
        int hidden = sizes.hidden();
        NDArray steering = steering(times, condition.toType(DataType.INT64, false));
        NDArray x = layers.linear(states, "input", hidden)
                .add(weights.starting(
                        "positions", random -> LocalStart.positions(sizes.side(), hidden), sizes.patches(), hidden));
        for (int index = 0; index < sizes.blocks(); index++) {
            x = block(x, steering, "blocks." + index);
        }
        NDList parts = modulation(steering, "output.modulation", 2);
        return layers.zero(layers.norm(x, "output.norm", parts.get(0), parts.get(1)), "output", sizes.numbers());
    }

    private NDArray steering(NDArray times, NDArray choices) {
        int hidden = sizes.hidden();
        NDList columns = choices.split(2, 1);
        NDArray told = layers.linear(Adaptive.waves(times), "condition.time", hidden)
                .add(chosen(columns.get(0), "condition.shape"))
                .add(chosen(columns.get(1), "condition.colour"));
        return Ops.silu(layers.linear(Ops.silu(told), "condition.mix", hidden));
    }

    private NDArray chosen(NDArray column, String name) {
        return Ops.rowsOf(
                weights.normal(name + ".weight", 0.5, sizes.choices() + 1L, sizes.hidden()), column.squeeze(1));
    }

    private NDArray block(NDArray x, NDArray steering, String name) {
        NDList parts = modulation(steering, name + ".modulation", 6);
        NDArray attended = x.add(
                attention(layers.norm(x, name + ".attention.norm", parts.get(0), parts.get(1)), name + ".attention")
                        .mul(parts.get(2)));
        NDArray normed = layers.norm(attended, name + ".feed.norm", parts.get(3), parts.get(4));
        NDArray inner = Ops.gelu(layers.linear(normed, name + ".feed.up", 4L * sizes.hidden()));
        return attended.add(
                layers.linear(inner, name + ".feed.down", sizes.hidden()).mul(parts.get(5)));
    }

    private NDArray attention(NDArray x, String name) {
        NDArray weight = weights.starting(
                name + ".qkv.weight",
                random -> LocalStart.queriesKeysValues(sizes.hidden(), random),
                3L * sizes.hidden(),
                sizes.hidden());
        NDArray all = Ops.linear(x, weight, weights.constant(name + ".qkv.bias", 0, 3L * sizes.hidden()));
        return layers.linear(Ops.attend(all, sizes.heads()), name + ".out", sizes.hidden());
    }

    /** The same for every patch: {@code (batch, 1, hidden)} each. */
    private NDList modulation(NDArray steering, String name, int parts) {
        NDList each = new NDList();
        layers.modulation(steering, name, sizes.hidden(), parts).forEach(part -> each.add(part.expandDims(1)));
        return each;
    }
}
