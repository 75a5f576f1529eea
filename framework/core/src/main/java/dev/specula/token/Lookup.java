package dev.specula.token;

import dev.specula.noise.Noise;

/**
 * Proposes what followed the last tokens where they occurred before, in the prompt or in the answer (prompt lookup, Saxena
 * 2023, github.com/apoorvumang/prompt-lookup-decoding). The longest run of tokens that recurs is looked for, and among its
 * occurrences the latest, where the original takes the first; no occurrence, no proposal. Columns of one lane.
 *
 * <p>Runs may differ in one place, by up to two tokens on either side, each of which counts as one token less that recurs (not in the original): an
 * answer that corrects or renames something goes on with the text it quotes, where other places hold its last word as well.
 *
 * <p>A long run foretells more than a short one, so at most the square of how many tokens recur are proposed: four after two, nine after three.
 * After one there is no proposal, for it comes true too seldom (a fifth of the time, counted as below): that would make a schedule give up on
 * drafts for the sake of answers that do not quote, and guesses of rounds without draft ({@link NgramTable}) know as much. The original proposes the same number always, SuffixDecoding
 * (Oliaro et al. 2024, arXiv 2411.04975) some times as many as recur; counted over answers that quote and such that do not, the square did better
 * than two, three or four times as many, whatever a row costs.
 *
 * <p>Costs a scan of the committed tokens a round.
 */
public final class Lookup implements Source<Draft> {
    /** Tokens on either side. With three and more, wrong places were found in answers that do not quote. */
    private static final int LONGEST_EDIT = 2;

    private static final int SHORTEST_RUN = 2;

    private final int longestRun;

    /** Looks for runs of {@code longestRun} tokens down to two, and proposes at most its square. */
    public Lookup(int longestRun) {
        if (longestRun < SHORTEST_RUN) {
            throw new IllegalArgumentException("longestRun must be at least 2 tokens, but was " + longestRun + ".");
        }
        this.longestRun = longestRun;
    }

    @Override
    public void propose(Draft draft, Sequence main, int budget, Noise noise) {
        int run = SHORTEST_RUN - 1;
        int after = main.length();
        for (int end = main.length() - 2; end >= 0 && run < longestRun; end--) {
            int likeness = likeness(main, end);
            if (likeness > run) {
                run = likeness;
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

    /** How many tokens up to column {@code end} are those that end the sequence, less those of an edit that is skipped; at most {@link #longestRun}. */
    private int likeness(Sequence main, int end) {
        int last = main.length() - 1;
        int run = recurring(main, end, last, longestRun);
        int most = run;
        if (run == 0 || run == longestRun) {
            return run;
        }
        for (int there = 0; there <= LONGEST_EDIT; there++) {
            for (int here = 0; here <= LONGEST_EDIT; here++) {
                if (end - there < last - here) { // else the end is compared with itself
                    int before = recurring(main, end - run - there, last - run - here, longestRun - run);
                    most = Math.max(most, run + before - there - here);
                }
            }
        }
        return most;
    }

    /** How many tokens up to column {@code end} are those up to column {@code last}, at most {@code most}. */
    private static int recurring(Sequence main, int end, int last, int most) {
        int run = 0;
        while (run < most && run <= end && main.token(end - run, 0) == main.token(last - run, 0)) {
            run++;
        }
        return run;
    }
}
