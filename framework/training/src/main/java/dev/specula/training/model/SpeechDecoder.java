package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.function.Consumer;

/**
 * Whisper's decoder (Radford et al. 2022): tokens so far and rows of an encoder to logits. Its head is its embedding, unless there are
 * weights of a head of its own.
 */
public final class SpeechDecoder {

    private static final String NAME = "model.decoder.";

    /** Name of the weight that holds the embeddings of tokens, {@code (vocabulary, hidden)}. */
    public static final String EMBEDDING = NAME + "embed_tokens.weight";

    /** Name of the weight that holds those of positions, {@code (context, hidden)}. */
    public static final String POSITIONS = NAME + "embed_positions.weight";

    /** Name of the weight of a head of its own, {@code (tokens it can say, hidden)}. */
    public static final String HEAD = "proj_out.weight";

    private static final float HIDDEN = -30_000;

    private final SpeechShape shape;
    private final Weights weights;
    private final SpeechLayers layers;

    public SpeechDecoder(SpeechShape shape, Weights weights) {
        this.shape = shape;
        this.weights = weights;
        this.layers = new SpeechLayers(shape.hidden(), shape.heads(), shape.decoder(), 3, weights);
    }

    public SpeechShape shape() {
        return shape;
    }

    /** Where the decoder looks in the rows, {@code (batch, length, rows)}: is told by the first head of two layers. */
    public interface Onlooker {

        /** An onlooker that does not care. */
        Onlooker NOBODY = new Onlooker() {
            @Override
            public void here(NDArray looks) {}

            @Override
            public void next(NDArray looks) {}
        };

        /** Where a head of an early layer looks, which is to find the token at hand. */
        void here(NDArray looks);

        /** Where a head of a later layer looks, which is to find the token that follows. */
        void next(NDArray looks);
    }

    /** Token ids {@code (batch, length)} and rows {@code (batch, rows, memory)} to logits {@code (batch, length, vocabulary)}. */
    public NDArray logits(NDArray ids, NDArray rows, Onlooker onlooker) {
        return head(stream(ids, rows, onlooker));
    }

    /** What the head reads of the same, {@code (batch, length, hidden)}. */
    public NDArray stream(NDArray ids, NDArray rows, Onlooker onlooker) {
        long length = ids.getShape().get(1);
        NDArray positions = weights.normal(POSITIONS, 0.04, SpeechShape.CONTEXT, shape.hidden());
        NDArray mask = causal(length, ids.getManager());
        NDArray x = Ops.rowsOf(embedding(), ids).add(positions.get(new NDIndex("0:{}", length)));
        for (int layer = 0; layer < shape.decoder(); layer++) {
            String name = NAME + "layers." + layer;
            NDArray normed = layers.norm(x, name + ".self_attn_layer_norm");
            x = x.add(layers.attention(normed, normed, name + ".self_attn", mask, looks -> {}));
            normed = layers.norm(x, name + ".encoder_attn_layer_norm");
            x = x.add(layers.attention(normed, rows, name + ".encoder_attn", null, shown(layer, onlooker)));
            x = x.add(layers.feedForward(x, name, shape.decoderIntermediate()));
        }
        return layers.norm(x, NAME + "layer_norm");
    }

    /** Logits of a {@link #stream}, one for each token that the head can say. */
    public NDArray head(NDArray stream) {
        weights.multiplies(NAME + "embed_tokens", stream);
        return Ops.linear(stream, weights.arrays().getOrDefault(HEAD, embedding()), null);
    }

    private NDArray embedding() {
        return weights.normal(EMBEDDING, 0.04, shape.vocabulary(), shape.hidden());
    }

    /** The second of few layers, the fourth of many, finds what follows; two layers before it, what is at hand. */
    private Consumer<NDArray> shown(int layer, Onlooker onlooker) {
        int last = Math.min(3, shape.decoder() - 1);
        if (layer == last) {
            return onlooker::next;
        }
        return layer == Math.max(0, last - 2) ? onlooker::here : looks -> {};
    }

    private static NDArray causal(long length, NDManager manager) {
        int side = Math.toIntExact(length);
        float[] mask = new float[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = row + 1; column < side; column++) {
                mask[row * side + column] = HIDDEN;
            }
        }
        return manager.create(mask, new Shape(1, 1, length, length));
    }
}
