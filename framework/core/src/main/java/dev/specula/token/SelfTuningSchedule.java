package dev.specula.token;

import java.util.stream.Stream;

/**
 * Drafts as much as pays: the chain length with the most tokens per time, from measured times and acceptance, both of which
 * fade so that a change is noticed. 0 where nothing pays; then a short draft is tried now and then, more and more seldom, and a
 * guess is computed beside the column while enough of its kind come true.
 *
 * <p>Expected tokens of a chain of n are {@code 1 + a1 + a1 a2 + …} with the acceptance rate {@code a} of each position;
 * its time is n draft steps and one target pass, whose time is taken as linear in its rows. Rounds in which the source finds
 * nothing to draft count with what they cost, which is next to nothing for a lookup and a step for a draft model that is not sure.
 */
public final class SelfTuningSchedule implements Schedule {
    private static final double MEMORY = 0.99; // per round
    private static final int STROLL = 16; // rounds between two at another length, which keep fits of times apart
    private static final int RAREST = 1024;

    private final int longest;
    private final FadingShare[] kept; // (longest,) of rounds that kept the positions before, those that kept this one
    private final FadingShare[]
            drawn; // (longest,) of rounds that drafted the positions before, those that drafted this one
    private final FadingShare fruitful = new FadingShare(MEMORY); // of rounds that might draft, those that did
    private final TargetTimes target = new TargetTimes(MEMORY);
    private final RecentMedian draftNanos = new RecentMedian(); // of one step
    private final RecentMedian fruitlessNanos = new RecentMedian(); // of finding nothing to draft
    private int best;
    private double savedNanos = Double.POSITIVE_INFINITY;
    private long nextTry;
    private int patience = STROLL;

    /** Chains of at most {@code longest} tokens; with 0 only guesses are tuned. */
    public SelfTuningSchedule(int longest) {
        if (longest < 0) {
            throw new IllegalArgumentException("longest must be at least 0 tokens, but was " + longest + ".");
        }
        this.longest = longest;
        this.kept = shares(longest);
        this.drawn = shares(longest);
        this.best = Math.min(4, longest);
    }

    private static FadingShare[] shares(int count) {
        return Stream.generate(() -> new FadingShare(MEMORY)).limit(count).toArray(FadingShare[]::new);
    }

    @Override
    public synchronized int budget() {
        long rounds = target.rounds();
        if (best == 0) {
            return rounds < nextTry ? 0 : Math.min(2, longest);
        }
        int every = target.isCold()
                ? STROLL / 4
                : STROLL; // what gets faster whatever its length is told apart by more strolls
        if (rounds % every == every - 1) {
            int step = rounds / every % 2 == 0 ? 2 : -2;
            return Math.max(1, Math.min(longest, best + step));
        }
        return best;
    }

    @Override
    public synchronized boolean guesses(Recall kind) {
        return target.guesses(kind);
    }

    @Override
    public synchronized void guessed(Recall kind, boolean right) {
        target.guessed(kind, right);
    }

    @Override
    public synchronized void learned(int asked, int drafted, int keptNodes, long draft, int rows, long pass) {
        if (target.learned(drafted, rows, (double) pass)) {
            draftNanos.forget();
        }
        if (asked == 0) {
            return;
        }
        fruitful.fade();
        fruitful.count(drafted > 0);
        if (drafted == 0) {
            fruitlessNanos.add((double) draft);
        } else {
            learn(asked, drafted, Math.min(keptNodes, drafted), draft);
        }
        best = mostTokensPerTime();
        if (best == 0) {
            patience = Math.min(RAREST, 2 * patience);
            nextTry = target.rounds() + patience;
        } else {
            patience = STROLL;
        }
    }

    /** What a source did not draft that stopped by itself counts as not kept; it took a step to find out. */
    private void learn(int asked, int drafted, int keptNodes, long draft) {
        if (best == 0) {
            draftNanos.forget(); // a try: what made drafting slow before may be over, a cold start for example
        }
        draftNanos.add(draft / (double) Math.min(asked, drafted + 1));
        for (int i = 0; i < Math.min(longest, asked); i++) {
            kept[i].fade();
            drawn[i].fade();
            if (i <= keptNodes) {
                kept[i].count(i < keptNodes);
            }
            if (i <= drafted) {
                drawn[i].count(i < drafted);
            }
        }
    }

    @Override
    public synchronized double savedNanos() {
        return savedNanos;
    }

    private int mostTokensPerTime() {
        int argmax = 0;
        double single = target.at(1);
        double alone = target.tokensPerNanoAlone();
        double most = alone;
        double step = draftNanos.get();
        double drafting = fruitful.believing(1);
        double acceptance = 0.8; // of a position; as that of the one before it while little is known
        double going = 1; // likewise, the share of drafts that go on to it
        double reached = 1; // share of rounds that keep a draft to the position
        double drafts = 1; // share of drafts that are so long
        double steps = 0;
        double rows = 1;
        double tokens = 1;
        for (int length = 1; length <= longest; length++) {
            acceptance = kept[length - 1].believing(acceptance);
            going = drawn[length - 1].believing(going);
            reached *= acceptance;
            tokens += reached;
            steps += drafts;
            drafts *= going;
            rows += drafts;
            double nanos = steps * step + target.at(rows);
            double perTime = (drafting * tokens + (1 - drafting) * alone * single)
                    / (drafting * nanos + (1 - drafting) * (single + fruitlessNanos.get()));
            if (perTime > most) {
                most = perTime;
                argmax = length;
            }
        }
        savedNanos = 1 / alone - 1 / most;
        return argmax;
    }
}
