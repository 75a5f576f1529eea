package dev.specula.bench;

/** Checks numbers of options: a comparison of nothing holds, and says nothing. */
final class AtLeast {
    private AtLeast() {}

    /** Returns {@code value}, which {@code option} has. */
    static int of(int least, String option, int value) {
        if (value < least) {
            throw new IllegalArgumentException(option + " must be at least " + least + ", but was " + value + ".");
        }
        return value;
    }
}
