package dev.specula.training.data;

import dev.specula.blocks.tokens.SpecialToken;
import dev.specula.training.model.Rotation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sequences of turns behind a shared start ({@code <|bos|>} and the picture's rows), padded to one length. Each turn sees
 * the start and itself, at the positions it would have alone: exactly what it meets when a user asks.
 */
public final class Packed {

    private static final float HIDDEN = -30_000;
    private static final int ALIGNED = 8;
    private static final int PADDING = -1; // belongs to no turn

    private final int sequences;
    private final int length;
    private final int[] ids;
    private final int[] targets;
    private final float[] weights;
    private final int[] shown;
    private final float[] cosine;
    private final float[] sine;
    private final float[] mask;

    private Packed(
            int sequences,
            int length,
            int[] ids,
            int[] targets,
            float[] weights,
            int[] shown,
            float[] cosine,
            float[] sine,
            float[] mask) {
        this.sequences = sequences;
        this.length = length;
        this.ids = ids;
        this.targets = targets;
        this.weights = weights;
        this.shown = shown;
        this.cosine = cosine;
        this.sine = sine;
        this.mask = mask;
    }

    public int sequences() {
        return sequences;
    }

    public int length() {
        return length;
    }

    /** {@code (sequences, length)}. */
    public int[] ids() {
        return ids;
    }

    /** {@code (sequences, length)}: the token that must follow, 0 where none is learnt. */
    public int[] targets() {
        return targets;
    }

    /** {@code (sequences, length)}: how much each target counts, 0 where none is learnt. */
    public float[] weights() {
        return weights;
    }

    /** {@code (sequences, length, head size)}. */
    public float[] cosine() {
        return cosine;
    }

    /** Likewise. */
    public float[] sine() {
        return sine;
    }

    /** {@code (sequences, length, length)}. */
    public float[] mask() {
        return mask;
    }

    /** Packs {@code sequences}, whose start holds {@code rows} image tokens. */
    public static Packed of(List<List<Turn>> sequences, int rows, TokenWeights tokenWeights, Rotation rotation) {
        int start = 1 + rows;
        int longest = sequences.stream()
                .mapToInt(turns -> start + turns.stream().mapToInt(Turn::length).sum())
                .max()
                .orElseThrow();
        int length = (longest + ALIGNED - 1) / ALIGNED * ALIGNED;
        int cells = sequences.size() * length;
        Packed packed = new Packed(
                sequences.size(),
                length,
                new int[cells],
                new int[cells],
                new float[cells],
                new int[cells],
                new float[cells * rotation.headSize()],
                new float[cells * rotation.headSize()],
                new float[cells * length]);
        for (int sequence = 0; sequence < sequences.size(); sequence++) {
            packed.fill(sequence, sequences.get(sequence), start, tokenWeights, rotation);
        }
        return packed;
    }

    /** Where the tokens to learn are predicted, as places in the flattened {@code (sequences * length)}. */
    public int[] predicting() {
        return IntStream.range(0, weights.length)
                .filter(place -> weights[place] > 0)
                .toArray();
    }

    /** Those of {@link #predicting()} whose token is about a block of a picture. */
    public int[] aboutBlocks() {
        return IntStream.range(0, shown.length)
                .filter(place -> shown[place] > 0)
                .toArray();
    }

    /** For each of {@link #aboutBlocks()}, the column of its sequence that shows the block. */
    public int[] shown() {
        return IntStream.of(shown).filter(column -> column > 0).toArray();
    }

    private void fill(int sequence, List<Turn> turns, int start, TokenWeights tokenWeights, Rotation rotation) {
        int[] turnOf = new int[length];
        int base = sequence * length;
        for (int place = 0; place < start; place++) {
            ids[base + place] = (place == 0 ? SpecialToken.BOS : SpecialToken.IMAGE).id();
            rotation.write(place, cosine, sine, base + place);
        }
        int place = start;
        for (int turn = 0; turn < turns.size(); turn++) {
            int[] prompt = turns.get(turn).prompt();
            int[] answer = turns.get(turn).answer();
            for (int offset = 0; offset < prompt.length + answer.length; offset++, place++) {
                int next = offset + 1 - prompt.length;
                turnOf[place] = turn + 1;
                ids[base + place] = offset < prompt.length ? prompt[offset] : answer[offset - prompt.length];
                rotation.write(start + offset, cosine, sine, base + place);
                if (next >= 0 && next < answer.length) {
                    targets[base + place] = answer[next];
                    weights[base + place] = tokenWeights.of(answer[next]);
                    int row = turns.get(turn).rows()[next];
                    shown[base + place] = row == Turn.NO_ROW ? 0 : 1 + row;
                }
            }
        }
        Arrays.fill(turnOf, place, length, PADDING);
        for (int row = 0; row < length; row++) {
            for (int column = 0; column < length; column++) {
                boolean seen = column == row
                        || (column < row
                                && (turnOf[column] == 0 || turnOf[column] == turnOf[row])
                                && turnOf[row] != PADDING);
                mask[(base + row) * length + column] = seen ? 0 : HIDDEN;
            }
        }
    }
}
