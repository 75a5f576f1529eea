package dev.specula.training.model;

import ai.djl.ndarray.NDArray;

/**
 * Pictures to visual rows: convolutions, pre-norm transformer blocks (SigLIP, Zhai et al. 2023), pixel
 * shuffle (Idefics3, Laurencon et al. 2024) and a projection. Early convolutions instead of one large patch embedding
 * (Xiao et al. 2021) learn from far fewer pictures.
 */
public final class VisionEncoder {

    private static final float EPSILON = 1e-6f;

    private final VisionShape shape;
    private final Weights weights;

    public VisionEncoder(VisionShape shape, Weights weights) {
        this.shape = shape;
        this.weights = weights;
    }

    public VisionShape shape() {
        return shape;
    }

    /** Pixels {@code (batch, 3, side, side)}, scaled to -1..1, to patches {@code (batch, patches, hidden)}. */
    public NDArray patches(NDArray pixels) {
        NDArray x = pixels;
        for (int index = 0; index < shape.stem().size(); index++) {
            x = convolution(x, index, shape.stem().get(index));
        }
        x = x.reshape(-1, shape.hidden(), shape.patches()).transpose(0, 2, 1);
        x = x.add(weights.starting(
                "model.vision_model.embeddings.position_embedding.weight",
                random -> LocalStart.positions(shape.side(), shape.hidden()),
                shape.patches(),
                shape.hidden()));
        for (int layer = 0; layer < shape.layers(); layer++) {
            x = block(x, "model.vision_model.encoder.layers." + layer);
        }
        return norm(x, "model.vision_model.post_layernorm");
    }

    /** Patches to visual rows {@code (batch, rows, projected)}. */
    public NDArray rows(NDArray patches) {
        long wide = (long) shape.hidden() * shape.shuffle() * shape.shuffle();
        int side = shape.side() / shape.shuffle();
        NDArray x = patches.reshape(-1, shape.side(), side, (long) shape.hidden() * shape.shuffle())
                .transpose(0, 2, 1, 3)
                .reshape(-1, side, side, wide)
                .transpose(0, 2, 1, 3)
                .reshape(-1, shape.rows(), wide);
        return Ops.linear(
                x, weights.linear("model.connector.modality_projection.proj.weight", shape.projected(), wide), null);
    }

    private NDArray convolution(NDArray x, int index, VisionShape.Convolution convolution) {
        String name = "model.vision_model.embeddings.stem." + index;
        long in = x.getShape().get(1);
        NDArray weight =
                weights.normal(name + ".weight", Math.sqrt(2.0 / (9.0 * in)), convolution.channels(), in, 3, 3);
        NDArray bias = weights.constant(name + ".bias", 0, convolution.channels());
        return Ops.gelu(Ops.convolution(x, weight, bias, convolution.stride()));
    }

    private NDArray block(NDArray x, String name) {
        NDArray attended = x.add(attention(norm(x, name + ".layer_norm1"), name + ".self_attn"));
        NDArray inner =
                Ops.gelu(linear(norm(attended, name + ".layer_norm2"), name + ".mlp.fc1", shape.intermediate(), 1));
        return attended.add(linear(inner, name + ".mlp.fc2", shape.hidden(), residualGain()));
    }

    private NDArray attention(NDArray x, String name) {
        NDArray weight = weights.starting(
                name + ".qkv_proj.weight",
                random -> LocalStart.queriesKeysValues(shape.hidden(), random),
                3L * shape.hidden(),
                shape.hidden());
        NDArray all = Ops.linear(x, weight, weights.constant(name + ".qkv_proj.bias", 0, 3L * shape.hidden()));
        return linear(Ops.attend(all, shape.heads()), name + ".out_proj", shape.hidden(), residualGain());
    }

    /** Keeps the residual stream's variance from growing with depth. */
    private double residualGain() {
        return 1 / Math.sqrt(2.0 * shape.layers());
    }

    private NDArray norm(NDArray x, String name) {
        return Ops.layerNorm(
                x,
                weights.constant(name + ".weight", 1, shape.hidden()),
                weights.constant(name + ".bias", 0, shape.hidden()),
                EPSILON);
    }

    private NDArray linear(NDArray x, String name, long out, double gain) {
        long in = x.getShape().getLastDimension();
        return Ops.linear(
                x,
                weights.normal(name + ".weight", gain / Math.sqrt((double) in), out, in),
                weights.constant(name + ".bias", 0, out));
    }
}
