package dev.specula.token;

/** How a guess follows its law from one round to the next. */
public enum GuessCoupling {
    /**
     * Kept with probability {@code min(1, new / old)}, else drawn from what the new law has more of: agrees with the guess
     * before as often as any coupling can, {@code 1 - TV}.
     */
    MAXIMAL,
    /**
     * The winner of one race of exponentials for each position, whatever the law: agrees at least {@code (1 - TV) / (1 + TV)} of
     * the time, and over any number of rounds.
     */
    SHARED_RACE
}
