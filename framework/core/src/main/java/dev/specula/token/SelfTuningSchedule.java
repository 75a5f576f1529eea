package dev.specula.token;

/**
 * Drafts as much as pays: the chain length with the most tokens per time, from measured times and acceptance, both of which
 * fade so that a change is noticed. 0 where nothing pays; then a short draft is tried now and then, more and more seldom, and a
 * guess is computed beside the column while enough of them are right.
 *
 * <p>Expected tokens of a chain of n are {@code 1 + a1 + a1 a2 + …} with the acceptance rate {@code a} of each position;
 * its time is n draft steps and one target pass, whose time is taken as linear in its rows. Rounds in which the source finds
 * nothing to draft count with what they cost, which is next to nothing for a lookup and a step for a draft model that is not sure.
 */
public final class SelfTuningSchedule implements Schedule {
    private static final double MEMORY = 0.99; // per round
    private static final int STROLL =
            16; // rounds between two rounds at another length, which keep the fit of times apart
    private static final int RAREST = 1024;

    private final int longest;
    private final double[] tried; // (longest,) faded count of rounds that reached the position
    private final double[] kept; // (longest,) faded count of those that kept it
    private final double[] open; // (longest,) faded count of rounds that might draft the position after those before it
    private final double[] drawn; // (longest,) of those that did
    private final TimeFit targetTime = new TimeFit(MEMORY);
    private final RecentMedian draftNanos = new RecentMedian(); // of one step
    private final RecentMedian fruitlessNanos = new RecentMedian(); // of finding nothing to draft
    private double asks; // faded count of rounds that might draft
    private double fruitful; // of those that did
    private double guesses; // faded count of rounds without draft that had a guess
    private double rightGuesses;
    private int best;
    private double savedNanos = Double.POSITIVE_INFINITY;
    private long rounds;
    private long nextTry;
    private int patience = STROLL;

    /** Chains of at most {@code longest} tokens; with 0 only guesses are tuned. */
    public SelfTuningSchedule(int longest) {
        if (longest < 0) {
            throw new IllegalArgumentException("longest must be at least 0 tokens, but was " + longest + ".");
        }
        this.longest = longest;
        this.tried = new double[longest];
        this.kept = new double[longest];
        this.open = new double[longest];
        this.drawn = new double[longest];
        this.best = Math.min(4, longest);
    }

    @Override
    public synchronized int budget() {
        if (best == 0) {
            return rounds < nextTry ? 0 : Math.min(2, longest);
        }
        if (rounds % STROLL == STROLL - 1) {
            int step = rounds / STROLL % 2 == 0 ? 2 : -2;
            return Math.max(1, Math.min(longest, best + step));
        }
        return best;
    }

    @Override
    public synchronized boolean guesses() {
        // A round's worth of belief that guesses are right.
        double right = (rightGuesses + 1) / (guesses + 1);
        return (1 + right) * targetTime.at(1) > targetTime.at(2);
    }

    @Override
    public synchronized void guessed(boolean right) {
        guesses = MEMORY * guesses + 1;
        rightGuesses = MEMORY * rightGuesses + (right ? 1 : 0);
    }

    @Override
    public synchronized void learned(int asked, int drafted, int keptNodes, long draft, int rows, long target) {
        rounds++;
        targetTime.add(rows, (double) target);
        if (asked == 0) {
            return;
        }
        if (best == 0) {
            draftNanos.forget(); // a try: what made drafting slow before may be over, a cold start for example
        }
        asks = MEMORY * asks + 1;
        fruitful = MEMORY * fruitful + (drafted > 0 ? 1 : 0);
        if (drafted == 0) {
            fruitlessNanos.add((double) draft);
        } else {
            learn(asked, drafted, keptNodes, draft);
        }
        best = mostTokensPerTime();
        if (best == 0) {
            patience = Math.min(RAREST, 2 * patience);
            nextTry = rounds + patience;
        } else {
            patience = STROLL;
        }
    }

    /** What a source did not draft that stopped by itself counts as not kept; it took a step to find out. */
    private void learn(int asked, int drafted, int keptNodes, long draft) {
        draftNanos.add(draft / (double) Math.min(asked, drafted + 1));
        for (int i = 0; i < Math.min(longest, asked); i++) {
            tried[i] *= MEMORY;
            kept[i] *= MEMORY;
            open[i] *= MEMORY;
            drawn[i] *= MEMORY;
            if (i <= keptNodes) {
                tried[i]++;
                kept[i] += i < keptNodes ? 1 : 0;
            }
            if (i <= drafted) {
                open[i]++;
                drawn[i] += i < drafted ? 1 : 0;
            }
        }
    }

    @Override
    public synchronized double savedNanos() {
        return savedNanos;
    }

    private int mostTokensPerTime() {
        int argmax = 0;
        double alone = tokensPerTimeAlone();
        double most = alone;
        double tokens = 1;
        double reached = 1;
        double before = 0.8;
        double steps = 0;
        double rows = 1;
        double drafts = 1; // share of drafts that reach the position
        double goesOn = 1;
        double step = draftNanos.get();
        double share = (fruitful + 2) / (asks + 2); // two rounds' worth of belief that there is something to draft
        double single = targetTime.at(1);
        for (int length = 1; length <= longest; length++) {
            // Two rounds' worth of belief that a position is kept like the one before it.
            before = (kept[length - 1] + 2 * before) / (tried[length - 1] + 2);
            reached *= before;
            tokens += reached;
            goesOn = (drawn[length - 1] + 2 * goesOn) / (open[length - 1] + 2);
            steps += drafts;
            drafts *= goesOn;
            rows += drafts;
            double nanos = steps * step + targetTime.at(rows);
            double perTime = (share * tokens + (1 - share) * alone * single)
                    / (share * nanos + (1 - share) * (single + fruitlessNanos.get()));
            if (perTime > most) {
                most = perTime;
                argmax = length;
            }
        }
        savedNanos = 1 / alone - 1 / most;
        return argmax;
    }

    private double tokensPerTimeAlone() {
        double alone = 1 / targetTime.at(1);
        return guesses == 0 ? alone : Math.max(alone, (1 + rightGuesses / guesses) / targetTime.at(2));
    }
}
