package dev.specula.token;

/**
 * What the target's passes take, and which guesses are worth a second row in them: what schedules know of rounds without draft. Fades, so
 * that a change is noticed.
 */
final class TargetTimes {
    private static final int STROLL = 16; // rounds between two without guess, which keep fits of times apart
    private static final int COLD = 64; // rounds at first, which get faster whatever they do

    private final double memory;
    private final GuessRecord guesses;
    private TimeFit all;
    private TimeFit alone; // of rounds without draft: a second row may take longer than each of many
    private long rounds;

    /** A round counts {@code memory} times as much as the next one. */
    TargetTimes(double memory) {
        this.memory = memory;
        this.guesses = new GuessRecord(memory);
        this.all = new TimeFit(memory);
        this.alone = new TimeFit(memory);
    }

    /** Rounds that were learned. */
    long rounds() {
        return rounds;
    }

    /** Whether the rounds are among the first. */
    boolean isCold() {
        return rounds < COLD;
    }

    /** Learns of a round; returns whether all before it were forgotten: what a compiler or a cold cache made slow was laid to the rows it happened to have. */
    boolean learned(int drafted, int rows, double nanos) {
        rounds++;
        boolean forgets = rounds == COLD / 8 || rounds == COLD / 4 || rounds == COLD / 2 || rounds == COLD;
        if (forgets) {
            all = new TimeFit(memory);
            alone = new TimeFit(memory);
        }
        all.add(rows, nanos);
        if (drafted == 0) {
            alone.add(rows, nanos);
        }
        return forgets;
    }

    /** Counts a round without draft. */
    void guessed(Recall kind, boolean right) {
        guesses.count(kind, right);
    }

    /** Whether a round without draft computes a guess of this kind. */
    boolean guesses(Recall kind) {
        return rounds % STROLL != STROLL - 1 && guesses.pays(kind, at(1), withGuess());
    }

    /** The time of a pass over {@code rows}, whole or not. */
    double at(double rows) {
        return all.at(rows);
    }

    /** What a further row takes; 0 where that is not known. */
    double ofRow() {
        return all.ofRow();
    }

    /** Tokens per nanosecond of rounds without draft. */
    double tokensPerNanoAlone() {
        return guesses.tokensPerTime(at(1), withGuess());
    }

    private double withGuess() {
        TimeFit times = alone.tellsRowsApart() ? alone : all;
        return at(1) * times.at(2) / times.at(1);
    }
}
