package dev.specula.token;

import dev.specula.noise.Noise;
import java.util.stream.Stream;

/**
 * Proposes what followed the last tokens where they occurred before, in the prompt or in the answer (prompt lookup, Saxena
 * 2023, github.com/apoorvumang/prompt-lookup-decoding). The longest run of tokens that recurs is looked for, and among its
 * occurrences the latest, where the original takes the first; no occurrence, no proposal. Columns of one lane.
 *
 * <p>Runs may differ in one place, by up to two tokens on either side, each of which counts as one token less that recurs (not in the original): an
 * answer that corrects or renames something goes on with the text it quotes, where other places hold its last word as well.
 *
 * <p>A long run foretells more than a short one. How often a token comes true that follows so many recurring ones is counted, the answer's own
 * rounds over what is usual: of what follows one token about a fifth, two half, four three quarters, sixteen 95 %. So it is known how likely
 * each further token is to be kept, and as many are proposed as are worth their row ({@link Draft#pays}), at most as many as the budget; where the schedule does not say what
 * a row is worth, as many as the budget, which is what the original does. SuffixDecoding (Oliaro et al. 2024, arXiv 2411.04975) scores its drafts likewise, by how often tokens followed each other.
 *
 * <p>Belongs to one answer. Costs a scan of the committed tokens a round.
 */
public final class Lookup implements Source<Draft> {
    /** Tokens on either side. With three and more, wrong places were found in answers that do not quote. */
    private static final int LONGEST_EDIT = 2;

    private static final double MEMORY = .99; // per token

    private final int longestRun;
    private final FadingShare[] cameTrue; // (longestRun,) of tokens after so many that recur, those that were said
    private int run; // tokens that recur in this round
    private int foretold; // what followed them
    private int proposed;

    /** Looks for runs of {@code longestRun} tokens down to one. */
    public Lookup(int longestRun) {
        if (longestRun < 1) {
            throw new IllegalArgumentException("longestRun must be at least 1 token, but was " + longestRun + ".");
        }
        this.longestRun = longestRun;
        this.cameTrue =
                Stream.generate(() -> new FadingShare(MEMORY)).limit(longestRun).toArray(FadingShare[]::new);
    }

    @Override
    public void propose(Draft draft, Sequence main, int budget, Noise noise) {
        int after = place(main);
        proposed = 0;
        if (run == 0) {
            return;
        }
        foretold = main.token(after, 0);
        double reached = 1;
        while (proposed < budget && after + proposed < main.length() && draft.isOpen()) {
            reached *= chance(run + proposed);
            if (!draft.pays(reached)) {
                return;
            }
            draft.add(draft.last(), main.token(after + proposed, 0));
            proposed++;
        }
    }

    @Override
    public void settle(Draft draft, Laws target, Verdict kept, Noise noise) {
        if (run > 0 && proposed == 0) {
            count(run, kept.token(draft, 0, 0) == foretold);
        }
        for (int i = 0; i < proposed && i <= kept.kept(); i++) {
            count(run + i, i < kept.kept());
        }
    }

    /** The chance that a token is said that follows so many recurring ones. */
    private double chance(int recurring) {
        return share(recurring).believing(1 - 1.0 / recurring);
    }

    private void count(int recurring, boolean said) {
        share(recurring).fade();
        share(recurring).count(said);
    }

    private FadingShare share(int recurring) {
        return cameTrue[Math.min(recurring, longestRun) - 1];
    }

    /** Finds the longest run that recurs; returns the column after it. */
    private int place(Sequence main) {
        run = 0;
        int after = 0;
        for (int end = main.length() - 2; end >= 0 && run < longestRun; end--) {
            int likeness = likeness(main, end);
            if (likeness > run) {
                run = likeness;
                after = end + 1;
            }
        }
        return after;
    }

    /** How many tokens up to column {@code end} are those that end the sequence, less those of an edit that is skipped; at most {@link #longestRun}. */
    private int likeness(Sequence main, int end) {
        int last = main.length() - 1;
        int alike = recurring(main, end, last, longestRun);
        int most = alike;
        if (alike == 0 || alike == longestRun) {
            return alike;
        }
        for (int there = 0; there <= LONGEST_EDIT; there++) {
            for (int here = 0; here <= LONGEST_EDIT; here++) {
                if (end - there < last - here) { // else the end is compared with itself
                    int before = recurring(main, end - alike - there, last - alike - here, longestRun - alike);
                    most = Math.max(most, alike + before - there - here);
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
