package dev.specula.onnx;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.lang.System.Logger.Level;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Tries whether a pass over one row gives the bits of a row among several. It does as far as every kernel but attention's computes a
 * row alike however many there are; that is so on the processors we know, and whether it is so on this one, its first passes
 * show.
 */
final class LoneRow {
    private static final System.Logger LOG = System.getLogger(LoneRow.class.getName());
    private static final int PROMPT = 8; // columns before them
    private static final int TRIED = 3; // rows, one by one and together

    private LoneRow() {}

    /** Takes five short passes; the model must have no other user yet. */
    static boolean isExact(CausalModel model, @Nullable MemoryShape memory) {
        int before = Math.min(PROMPT, model.spec().contextTokens() - TRIED - 1);
        if (before < 1) {
            return false;
        }
        int[] tokens =
                new Random(1).ints(before + TRIED, 0, model.spec().vocabulary()).toArray();
        Prompt prompt = prompt(Arrays.copyOf(tokens, before), memory);
        float[][] found = new float[TRIED][model.spec().vocabulary()];
        float[][] wanted = new float[TRIED][model.spec().vocabulary()];
        Draft draft = new Draft(1);
        try (Sequence alone = model.open(prompt, Sampling.GREEDY, Passes.EXACT);
                Sequence together = model.open(prompt, Sampling.GREEDY, Passes.EXACT)) {
            for (Sequence sequence : new Sequence[] {alone, together}) {
                draft.restart(sequence);
                sequence.pass(draft);
            }
            for (int i = 0; i < TRIED; i++) {
                alone.append(new int[] {tokens[before + i]});
                draft.restart(alone);
                alone.pass(draft).logits(0, 0, found[i]);
            }
            together.append(new int[] {tokens[before]});
            draft.restart(together);
            for (int i = 1; i < TRIED; i++) {
                draft.add(i - 1, tokens[before + i]);
            }
            Pass pass = together.pass(draft);
            for (int i = 0; i < TRIED; i++) {
                pass.logits(i, 0, wanted[i]);
            }
        }
        boolean exact = Arrays.deepEquals(found, wanted);
        LOG.log(
                Level.DEBUG,
                "One row of \"{0}\" gives {1} bits as among others.",
                model.spec().name(),
                exact ? "the same" : "other");
        return exact;
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
}
