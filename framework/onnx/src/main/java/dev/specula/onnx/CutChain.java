package dev.specula.onnx;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a short chain that is computed row by row, and of the same chain in one pass: whether kernels of this processor
 * give a row the same bits however many there are beside it, a model's first passes show.
 *
 * @param isExact whether a row's logits are the same bits
 * @param difference the most by which a logit differs, over the largest logit there is; not a number where logits are none, or no
 *     chain fits the context
 */
record CutChain(boolean isExact, double difference) {
    private static final int PROMPT = 8; // columns before them
    private static final int TRIED = 3; // rows, one by one and together

    /** Takes six short passes, of one sequence after the other; the model must have no other user yet. A model whose context is too short is not tried, and not exact. */
    static CutChain of(CausalModel model, @Nullable MemoryShape memory) {
        int before = Math.min(PROMPT, model.spec().contextTokens() - TRIED - 1);
        if (before < 1) {
            return new CutChain(false, Double.NaN);
        }
        int[] tokens =
                new Random(1).ints(before + TRIED, 0, model.spec().vocabulary()).toArray();
        Prompt prompt = prompt(Arrays.copyOf(tokens, before), memory);
        int[] tried = Arrays.copyOfRange(tokens, before, tokens.length);
        float[][] cut = alone(model, prompt, tried);
        float[][] whole = together(model, prompt, tried);
        return new CutChain(Arrays.deepEquals(cut, whole), difference(cut, whole));
    }

    /** Logits after each of {@code tokens}, one pass after the other. */
    private static float[][] alone(CausalModel model, Prompt prompt, int[] tokens) {
        float[][] logits = new float[tokens.length][model.spec().vocabulary()];
        Draft draft = new Draft(1);
        try (Sequence sequence = opened(model, prompt, draft)) {
            for (int i = 0; i < tokens.length; i++) {
                sequence.append(new int[] {tokens[i]});
                draft.restart(sequence);
                sequence.pass(draft).logits(0, 0, logits[i]);
            }
        }
        return logits;
    }

    /** The same, in one pass. */
    private static float[][] together(CausalModel model, Prompt prompt, int[] tokens) {
        float[][] logits = new float[tokens.length][model.spec().vocabulary()];
        Draft draft = new Draft(1);
        try (Sequence sequence = opened(model, prompt, draft)) {
            sequence.append(new int[] {tokens[0]});
            draft.restart(sequence);
            for (int i = 1; i < tokens.length; i++) {
                draft.add(i - 1, tokens[i]);
            }
            Pass pass = sequence.pass(draft);
            for (int i = 0; i < tokens.length; i++) {
                pass.logits(i, 0, logits[i]);
            }
        }
        return logits;
    }

    private static Sequence opened(CausalModel model, Prompt prompt, Draft draft) {
        Sequence sequence = model.open(prompt, Sampling.GREEDY, Passes.EXACT);
        try {
            draft.restart(sequence);
            sequence.pass(draft);
            return sequence;
        } catch (RuntimeException e) {
            sequence.close();
            throw e;
        }
    }

    private static Prompt prompt(int[] tokens, @Nullable MemoryShape memory) {
        Prompt prompt = Prompt.of(tokens);
        if (memory == null) {
            return prompt;
        }
        FloatBuffer rows = Tensors.floats(memory.rows() * memory.width());
        Random random = new Random(2);
        for (int i = 0; i < rows.capacity(); i++) {
            rows.put(i, (float) random.nextGaussian());
        }
        return prompt.attendingTo(rows);
    }

    private static double difference(float[][] cut, float[][] whole) {
        double largest = 0;
        double difference = 0;
        for (int row = 0; row < cut.length; row++) {
            for (int token = 0; token < cut[row].length; token++) {
                largest = Math.max(largest, Math.abs(whole[row][token]));
                difference = Math.max(difference, Math.abs((double) cut[row][token] - whole[row][token]));
            }
        }
        return difference / largest;
    }
}
