package dev.specula.token;

/** The share of rounds in which something happened, older rounds counting less. */
final class FadingShare {
    private static final double BELIEF = 2; // rounds' worth

    private final double memory;
    private double rounds;
    private double hits;

    /** A share of no rounds yet, each of which counts {@code memory} times as much as the next one. */
    FadingShare(double memory) {
        this.memory = memory;
    }

    /** Lets another round pass. */
    void fade() {
        rounds *= memory;
        hits *= memory;
    }

    /** Counts this round. */
    void count(boolean hit) {
        rounds++;
        hits += hit ? 1 : 0;
    }

    /** The share, taken for {@code belief} before there was a round, and for something between after few. */
    double believing(double belief) {
        return (hits + BELIEF * belief) / (rounds + BELIEF);
    }
}
