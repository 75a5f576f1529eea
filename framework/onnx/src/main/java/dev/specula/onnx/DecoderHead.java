package dev.specula.onnx;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/** Which token each number in a row of logits is of: all of the vocabulary in order, or some that a cut head can say. */
final class DecoderHead {
    /**
     * The logit of what the head cannot say. No probability is left of it, but it is a number: where a grammar takes out all that the
     * head can say, one of the others still follows.
     */
    static final float UNSAYABLE = -1e30f;

    private final int[] tokens; // by place in a row of logits; none where the head says all tokens

    /** A head that says {@code tokens}, or all where there are none. */
    DecoderHead(List<Integer> tokens) {
        this.tokens = tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Lays row {@code row} of {@code logits} out over the vocabulary. */
    void read(FloatBuffer logits, int row, float[] into) {
        if (tokens.length == 0) {
            logits.get(row * into.length, into);
            return;
        }
        Arrays.fill(into, UNSAYABLE);
        int start = row * tokens.length;
        for (int place = 0; place < tokens.length; place++) {
            into[tokens[place]] = logits.get(start + place);
        }
    }
}
