package dev.specula.graphs;

import dev.specula.model.ModelLoadException;

/**
 * The numbers of a decoder.
 *
 * @param architecture the family
 * @param vocabulary number of tokens
 * @param hidden width of the residual stream
 * @param intermediate width inside the feed-forward block
 * @param layers number of blocks
 * @param heads query heads
 * @param keyHeads key and value heads; divides {@code heads}
 * @param headSize width of a head; a multiple of 16
 * @param contextTokens most positions the model was made for
 * @param normEpsilon added to the mean square in norms
 * @param rope rotary embedding
 * @param biases which linear layers have biases
 * @param head where the output matrix comes from
 */
record DecoderConfig(
        Architecture architecture,
        int vocabulary,
        int hidden,
        int intermediate,
        int layers,
        int heads,
        int keyHeads,
        int headSize,
        int contextTokens,
        float normEpsilon,
        Rope rope,
        Biases biases,
        Head head) {
    /** Which linear layers have biases. */
    record Biases(boolean queries, boolean output, boolean feedForward) {
        static final Biases NONE = new Biases(false, false, false);
    }

    /** Where the output matrix comes from. */
    enum Head {
        /** It is the embedding. */
        TIED,
        /** It is a tensor of its own, {@code lm_head.weight}. */
        OWN
    }

    DecoderConfig {
        require("num_key_value_heads", keyHeads > 0 && heads % keyHeads == 0, "a divisor of " + heads, keyHeads);
        require("head_dim", headSize > 0 && headSize % 16 == 0, "a multiple of 16", headSize);
        if (rope.scaling() instanceof Rope.Divided divided) {
            int divisors = divided.divisors().size();
            require("rope divisors", divisors == headSize / 2, "one for each of " + headSize / 2 + " pairs", divisors);
        }
        require("num_hidden_layers", layers > 0, "at least 1", layers);
        require("vocab_size", vocabulary > 1, "at least 2", vocabulary);
    }

    /** Number of weights in matrices, the embedding not counted. */
    long matrixWeights() {
        long attention = (2L * heads + 2L * keyHeads) * headSize * hidden;
        long feedForward = 3L * hidden * intermediate;
        return layers * (attention + feedForward) + (long) vocabulary * hidden;
    }

    private static void require(String key, boolean holds, String required, int found) {
        if (!holds) {
            throw new ModelLoadException(key + " must be " + required + ", but was " + found + ".");
        }
    }
}
