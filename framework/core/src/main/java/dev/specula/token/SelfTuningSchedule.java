package dev.specula.token;

/**
 * Drafts as much as pays: the chain length with the most tokens per time, from measured times and acceptance, both of which
 * fade so that a change is noticed. 0 where nothing pays; then a short draft is tried now and then, more and more seldom, and a
 * guess is computed beside the column while enough of them are right.
 *
 * <p>Expected tokens of a chain of n are {@code 1 + a1 + a1 a2 + …} with the acceptance rate {@code a} of each position;
 * its time is n draft steps and one target pass, whose time is taken as linear in its rows.
 */
public final class SelfTuningSchedule implements Schedule {
    private static final double MEMORY = 0.99; // per round
    private static final int STROLL =
            16; // rounds between two rounds at another length, which keep the fit of times apart
    private static final int RAREST = 1024;

    private final int longest;
    private final double[] tried; // (longest,) faded count of rounds that reached the position
    private final double[] kept; // (longest,) faded count of those that kept it
    private final TimeFit targetTime = new TimeFit(MEMORY);
    private final RecentMedian draftNanos = new RecentMedian(); // of one step
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
    public synchronized void learned(int drafted, int keptNodes, long draft, int rows, long target) {
        boolean wasTry = best == 0 && rounds >= nextTry;
        rounds++;
        targetTime.add(rows, (double) target);
        if (drafted == 0) {
            if (wasTry) {
                nextTry = rounds + patience; // the draft model itself saw nothing to draft, which took its time
            }
            return;
        }
        if (best == 0) {
            draftNanos.forget(); // a try: what made drafting slow before may be over, a cold start for example
        }
        draftNanos.add(draft / (double) drafted);
        for (int i = 0; i < Math.min(longest, drafted); i++) {
            tried[i] *= MEMORY;
            kept[i] *= MEMORY;
            if (i <= keptNodes) {
                tried[i]++;
                kept[i] += i < keptNodes ? 1 : 0;
            }
        }
        best = mostTokensPerTime();
        if (best == 0) {
            patience = Math.min(RAREST, 2 * patience);
            nextTry = rounds + patience;
        } else {
            patience = STROLL;
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
        double step = draftNanos.get();
        for (int length = 1; length <= longest; length++) {
            // Two rounds' worth of belief that a position is kept like the one before it.
            before = (kept[length - 1] + 2 * before) / (tried[length - 1] + 2);
            reached *= before;
            tokens += reached;
            double perTime = tokens / (length * step + targetTime.at(length + 1));
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
