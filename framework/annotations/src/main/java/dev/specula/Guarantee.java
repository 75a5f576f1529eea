package dev.specula;

/**
 * What speculative output has in common with decoding by the target alone, strongest first. A pipeline has the weakest
 * guarantee of its choices.
 */
public enum Guarantee {
    /** The very tokens the target alone says with the same seed. */
    SAME_TOKENS,
    /** Other tokens perhaps, drawn from the same distribution. */
    SAME_LAW,
    /** An approximation, whose quality has to be measured. */
    RELAXED;

    /** Returns whether this guarantee is at least as strong as {@code promised}. */
    public boolean covers(Guarantee promised) {
        return compareTo(promised) <= 0;
    }

    /** Returns the weaker of this guarantee and {@code other}. */
    public Guarantee and(Guarantee other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
