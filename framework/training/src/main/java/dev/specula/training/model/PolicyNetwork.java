package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.specula.blocks.motion.HandPath;
import dev.specula.blocks.motion.Reach;

/**
 * The denoiser of an action chunk (diffusion policy, Chi et al. 2023): a residual perceptron over the numbers of a path, steered
 * by time and observation.
 */
public final class PolicyNetwork implements VelocityNetwork {

    private final Sizes sizes;
    private final Weights weights;
    private final Adaptive layers;

    /**
     * Sizes of the perceptron.
     *
     * @param hidden width of the residual stream
     * @param inner width inside a block
     * @param blocks of them
     */
    public record Sizes(int hidden, int inner, int blocks) {

        /** 6.3 million weights. */
        public static Sizes standard() {
            return new Sizes(512, 1024, 3);
        }
    }

    public PolicyNetwork(Sizes sizes, Weights weights) {
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
        return new Shape(count, HandPath.NUMBERS);
    }

    @Override
    public int conditions() {
        return Reach.OBSERVED;
    }

    @Override
    public NDArray velocity(NDArray states, NDArray times, NDArray condition) {
        int hidden = sizes.hidden();
        NDArray told = layers.linear(Adaptive.waves(times), "condition.time", hidden)
                .add(layers.linear(condition, "condition.observation", hidden));
        NDArray steering = Ops.silu(layers.linear(Ops.silu(told), "condition.mix", hidden));
        NDArray x = layers.linear(states, "input", hidden).add(layers.linear(condition, "input.observation", hidden));
        for (int index = 0; index < sizes.blocks(); index++) {
            String name = "blocks." + index;
            NDList parts = layers.modulation(steering, name + ".modulation", hidden, 3);
            NDArray normed = layers.norm(x, name + ".norm", parts.get(0), parts.get(1));
            NDArray inner = Ops.silu(layers.linear(normed, name + ".up", sizes.inner()));
            x = x.add(layers.linear(inner, name + ".down", hidden).mul(parts.get(2)));
        }
        NDList parts = layers.modulation(steering, "output.modulation", hidden, 2);
        return layers.zero(layers.norm(x, "output.norm", parts.get(0), parts.get(1)), "output", HandPath.NUMBERS);
    }
}
