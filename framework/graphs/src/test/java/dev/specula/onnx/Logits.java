package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.Fixture;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Sampling;
import java.util.Arrays;

/** Reads what a sequence computed. */
final class Logits {
    private Logits() {}

    /** The logits of {@code rows} rows of the last pass from row {@code from} on, (rows, vocabulary). */
    static float[] rows(OnnxSequence sequence, int from, int rows) {
        int vocabulary = sequence.shape().logits();
        float[] all = new float[rows * vocabulary];
        float[] row = new float[vocabulary];
        for (int i = 0; i < rows; i++) {
            sequence.readLogits(from + i, 0, row);
            for (float logit : row) {
                assertThat(logit).isFinite(); // two rows of NaN would be equal
            }
            System.arraycopy(row, 0, all, i * vocabulary, vocabulary);
        }
        return all;
    }

    /** Computes what waits in {@code sequence}, and returns the draft of that pass, which has no node yet. */
    static Draft compute(OnnxSequence sequence) {
        Draft draft = new Draft(1);
        draft.restart(sequence);
        sequence.pass(draft);
        return draft;
    }

    /**
     * The logits behind all columns of the prompt of {@code fixture}, (columns, vocabulary): of a long one in several passes, for
     * a pass over many rows computes those of the last alone.
     */
    static float[] ofPrompt(CausalModel model, Fixture fixture) {
        int[] tokens = fixture.ids("prompt");
        int vocabulary = model.spec().vocabulary();
        float[] all = new float[tokens.length * vocabulary];
        int first = Math.min(tokens.length, DecoderMemory.KEPT_ROWS);
        try (OnnxSequence sequence =
                (OnnxSequence) model.open(fixture.prompt(model, first), Sampling.GREEDY, Passes.EXACT)) {
            int computed = 0;
            while (computed < tokens.length) {
                compute(sequence);
                float[] rows = rows(sequence, 0, sequence.length() - computed);
                System.arraycopy(rows, 0, all, computed * vocabulary, rows.length);
                computed = sequence.length();
                for (int i = computed; i < Math.min(tokens.length, computed + first); i++) {
                    sequence.append(new int[] {tokens[i]});
                }
            }
        }
        return all;
    }

    /**
     * The largest difference of the logits of a pass over {@code rows} rows from the expected ones; of the last row alone
     * where there are so many that only wanted logits were computed.
     */
    static float difference(OnnxSequence sequence, int rows, float[] expected) {
        if (rows <= DecoderMemory.KEPT_ROWS) {
            return largestDifference(rows(sequence, 0, rows), expected);
        }
        float[] last = Arrays.copyOfRange(expected, expected.length - expected.length / rows, expected.length);
        return largestDifference(rows(sequence, rows - 1, 1), last);
    }

    static void assertRowsEqual(OnnxSequence sequence, int rows, float[] expected, float tolerance) {
        assertThat(difference(sequence, rows, expected)).isLessThan(tolerance);
    }

    /** The largest absolute difference of two arrays of the same length. */
    static float largestDifference(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        float largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(found[i] - expected[i]));
        }
        return largest;
    }

    /** Cosine of the angle between two arrays: 1 where one is a multiple of the other. */
    static double cosine(float[] a, float[] b) {
        double dot = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            squareA += (double) a[i] * a[i];
            squareB += (double) b[i] * b[i];
        }
        return dot / Math.sqrt(squareA * squareB);
    }

    /** The first {@code rows} rows of a cache buffer, (key heads, rows, head size). */
    static float[] cache(OnnxSequence sequence, int index, int rows) {
        int heads = sequence.shape().keyHeads();
        int size = sequence.shape().headSize();
        float[] all = new float[heads * rows * size];
        float[] row = new float[heads * size];
        for (int i = 0; i < rows; i++) {
            sequence.readCache(index, i, row);
            for (int head = 0; head < heads; head++) {
                System.arraycopy(row, head * size, all, (head * rows + i) * size, size);
            }
        }
        return all;
    }
}
