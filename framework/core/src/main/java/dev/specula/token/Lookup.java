package dev.specula.token;

import dev.specula.noise.Noise;

/**
 * Proposes what followed the last tokens where they occurred before, in the prompt or in the answer (prompt lookup, Saxena
 * 2023, github.com/apoorvumang/prompt-lookup-decoding). The longest run of tokens that recurs is looked for, and among its
 * occurrences the latest, where the original takes the first; no occurrence, no proposal. Columns of one lane.
 *
 * <p>A long run foretells more than a short one, so at most the square of how many tokens recur are proposed: one after one, nine after three.
 * Where a copy breaks off, drafts are short until it has found its place again. The original proposes the same number always, SuffixDecoding
 * (Oliaro et al. 2024, arXiv 2411.04975) some times as many as recur; counted over answers that quote and such that do not, the square did better
 * than two, three or four times as many, whatever a row costs.
 *
 * <p>Costs a scan of the committed tokens a round.
 */
public final class Lookup implements Source<Draft> {
    private final int longestRun;

    /** Looks for runs of {@code longestRun} tokens down to one, and proposes at most its square. */
    public Lookup(int longestRun) {
        if (longestRun < 1) {
            throw new IllegalArgumentException("longestRun must be at least 1 token, but was " + longestRun + ".");
        }
        this.longestRun = longestRun;
    }

    @Override
    public void propose(Draft draft, Sequence main, int budget, Noise noise) {
        int run = 0;
        int after = -1;
        for (int end = main.length() - 2; end >= 0 && run < longestRun; end--) {
            int recurring = recurring(main, end);
            if (recurring > run) {
                run = recurring;
                after = end + 1;
            }
        }
        int proposed = (int) Math.min(Math.min(budget, (long) run * run), main.length() - after);
        for (int i = 0; i < proposed; i++) {
            draft.add(draft.last(), main.token(after + i, 0));
        }
    }

    @Override
    public void settle(Draft draft, Laws target, Verdict kept, Noise noise) {
        // The committed tokens are all it knows.
    }

    /** How many tokens up to column {@code end} are those that end the sequence, at most {@code longestRun}. */
    private int recurring(Sequence main, int end) {
        int last = main.length() - 1;
        int run = 0;
        while (run < longestRun && run <= end && main.token(end - run, 0) == main.token(last - run, 0)) {
            run++;
        }
        return run;
    }
}
