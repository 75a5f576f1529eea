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
        boolean repeats = start == WindowStart.TOKEN_BEFORE;
        fromBefore = start == WindowStart.LAW_BEFORE && hasBefore;
        for (int lane = 0; lane < column.length; lane++) {
            permit(lane);
            column[lane] = repeats ? nearest(draft, lane) : Draft.NONE;
            repeats &= column[lane] != Draft.NONE;
            fromBefore = fromBefore && left[lane].keep(before[lane], permitted[lane]);
        }
        if (repeats) {
            draft.add(draft.last(), column);
        } else {
            draft.draw(draft.last(), laws, noise);
        }
        passBy(draft, draft.last());
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

    /** The last token before, in the draft or in what was said, that the grammar leaves here; {@link Draft#NONE} if it forces one. */
    private int nearest(Draft draft, int lane) {
        if (permitted[lane].support() == 1) {
            return Draft.NONE;
        }
        for (int node = draft.last(); node != Draft.NONE; node = draft.parentOf(node)) {
            if (permitted[lane].prob(draft.token(node, lane)) > 0) {
                return draft.token(node, lane);
            }
        }
        Sequence main = Objects.requireNonNull(said, "a draft was begun");
        for (int back = 2; back <= Math.min(FARTHEST, main.length()); back++) {
            int token = main.token(main.length() - back, lane);
            if (permitted[lane].prob(token) > 0) {
                return token;
            }
        }
        return Draft.NONE;
    }

    private void permit(int lane) {
        Arrays.fill(permitted[lane].row(vocabulary), 0);
        grammar.restrict(state, lane, permitted[lane]);
        permitted[lane].shape(UNSHAPED);
    }

    private Law law(int lane) {
        return fromBefore ? left[lane] : permitted[lane];
    }
}
