package dev.specula.token;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Proposes columns for positions that no pass has spoken of yet, and follows the grammar along the draft. Columns are drawn
 * from a law wherever they can be, so that a sampled draft knows it: a ratio rule then keeps more of them than if each were
 * certain. The noise is that of any other draw; under match a fresh token therefore shares the race of the target's.
 */
final class FreshColumns {
    private static final Sampling UNSHAPED = Sampling.at(1, 0);
    private static final int FARTHEST = 16; // columns to look back before the draft for a token to repeat

    private final WindowStart start;
    private final Laws laws = (node, lane) -> law(lane);
    private LogitLaw[] permitted = new LogitLaw[0]; // (lanes,) evenly what the grammar leaves
    private HeldLaw[] before = new HeldLaw[0]; // (lanes,) after the last node of the last pass
    private HeldLaw[] left = new HeldLaw[0]; // (lanes,) what the grammar leaves of it
    private int[] column = new int[0]; // (lanes,)
    private @Nullable Sequence said;
    private Grammar grammar = Grammar.ANYTHING;
    private int state;
    private int vocabulary;
    private boolean hasBefore;
    private boolean fromBefore;

    FreshColumns(WindowStart start) {
        this.start = start;
    }

    /** A draft begins after the last column of {@code main}. */
    void restart(Sequence main) {
        said = main;
        grammar = main.grammar();
        state = main.state();
        vocabulary = main.vocabulary();
        int lanes = main.lanes();
        if (permitted.length != lanes) {
            column = new int[lanes];
            permitted = new LogitLaw[lanes];
            before = new HeldLaw[lanes];
            left = new HeldLaw[lanes];
            for (int lane = 0; lane < lanes; lane++) {
                permitted[lane] = new LogitLaw();
                before[lane] = new HeldLaw();
                left[lane] = new HeldLaw();
            }
            hasBefore = false;
        }
    }

    /** {@code node} was added to the draft. */
    void passBy(Draft draft, int node) {
        for (int lane = 0; lane < column.length; lane++) {
            column[lane] = draft.token(node, lane);
        }
        state = grammar.after(state, column);
    }

    /** Adds a fresh column after the last node of {@code draft}. */
    void add(Draft draft, Noise noise) {
        if (start == WindowStart.TOKEN_BEFORE && repeats(draft)) {
            draft.add(draft.last(), column);
        } else {
            fromBefore = start == WindowStart.LAW_BEFORE && hasBefore;
            for (int lane = 0; lane < column.length; lane++) {
                permitted(lane);
                permitted[lane].shape(UNSHAPED);
                fromBefore = fromBefore && left[lane].keep(before[lane], permitted[lane]);
            }
            draft.draw(draft.last(), laws, noise);
        }
        passBy(draft, draft.last());
    }

    /** Whether every lane has a token to repeat; they stand in {@link #column} then. */
    private boolean repeats(Draft draft) {
        for (int lane = 0; lane < column.length; lane++) {
            column[lane] = nearest(draft, lane, permitted(lane));
            if (column[lane] == Draft.NONE) {
                return false;
            }
        }
        return true;
    }

    /** Holds what {@code target} says after the last node of {@code draft}, if that is what fresh columns start from. */
    void learn(Draft draft, Laws target) {
        if (start == WindowStart.LAW_BEFORE) {
            for (int lane = 0; lane < before.length; lane++) {
                before[lane].hold(target.law(draft.last(), lane));
            }
            hasBefore = true;
        }
    }

    /** The last token before, in the draft or in what was said, that the grammar leaves here; {@link Draft#NONE} if far away. */
    private int nearest(Draft draft, int lane, float[] row) {
        for (int node = draft.last(); node != Draft.NONE; node = draft.parentOf(node)) {
            if (row[draft.token(node, lane)] == 0) {
                return draft.token(node, lane);
            }
        }
        Sequence main = Objects.requireNonNull(said, "a draft was begun");
        for (int back = 2; back <= Math.min(FARTHEST, main.length()); back++) {
            int token = main.token(main.length() - back, lane);
            if (row[token] == 0) {
                return token;
            }
        }
        return Draft.NONE;
    }

    /** A row of {@code lane}'s permitted law before it is shaped: 0 for each token that the grammar leaves. */
    private float[] permitted(int lane) {
        float[] row = permitted[lane].row(vocabulary);
        Arrays.fill(row, 0);
        grammar.restrict(state, lane, permitted[lane]);
        return row;
    }

    private Law law(int lane) {
        return fromBefore ? left[lane] : permitted[lane];
    }
}
