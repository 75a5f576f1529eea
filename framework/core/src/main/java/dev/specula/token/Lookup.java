package dev.specula.token;

import dev.specula.noise.Noise;

/**
 * Proposes what followed the last tokens where they occurred before, in the prompt or in the answer (prompt lookup, Saxena
 * 2023, github.com/apoorvumang/prompt-lookup-decoding). The longest run of tokens that recurs is looked for, and among its
 * occurrences the latest, where the original takes the first; no occurrence, no proposal. Columns of one lane.
 *
 * <p>Costs a scan of the committed tokens a round.
 */
public final class Lookup implements Source<Draft> {
    private final int longestRun;

    /** Looks for runs of {@code longestRun} tokens down to one. */
    public Lookup(int longestRun) {
        if (longestRun < 1) {
            throw new IllegalArgumentException("longestRun must be at least 1 token, but was " + longestRun + ".");
        }
        this.longestRun = longestRun;
    }

    @Override
    public void propose(Draft draft, Sequence main, int budget, Noise noise) {
        int length = main.length();
        int from = latestRecurrence(main);
        for (int column = from; column >= 0 && column < length && column < from + budget; column++) {
            draft.add(draft.last(), main.token(column, 0));
        }
    }

    @Override
    public void settle(Draft draft, Laws target, Verdict kept, Noise noise) {
        // The committed tokens are all it knows.
    }

    /** The column after the latest earlier occurrence of the longest run that ends the sequence; -1 if none recurs. */
    private int latestRecurrence(Sequence main) {
        int length = main.length();
        int longest = 0;
        int after = -1;
        for (int end = length - 2; end >= 0 && longest < longestRun; end--) {
            int run = 0;
            while (run < longestRun && run <= end && main.token(end - run, 0) == main.token(length - 1 - run, 0)) {
                run++;
            }
            if (run > longest) {
                longest = run;
                after = end + 1;
            }
        }
        return after;
    }
}
