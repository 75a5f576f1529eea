package dev.specula.token;

/**
 * The committed columns of one answer, prompt included, and a model's cache of them. A column that is committed but has no
 * row in the cache yet is <em>pending</em>, and the next pass computes it: a bonus token, a draft kept to its last token and
 * a long rest without passes are all the same case.
 */
public interface Sequence extends Predictor {
    /** Number of committed columns. */
    int length();

    /** Number of columns whose rows are in the cache, between rounds fewer than {@link #length()}: the rest is pending. */
    int computed();

    /** Tokens in a column. */
    int lanes();

    /** Tokens that its laws are over. */
    int vocabulary();

    /** What may follow its columns. */
    default Grammar grammar() {
        return Grammar.ANYTHING;
    }

    /** State of the grammar after the last committed column. */
    default int state() {
        return grammar().start();
    }

    /** The token in lane {@code lane} of committed column {@code column}. */
    int token(int column, int lane);

    /**
     * Commits one column that came from elsewhere, as pending.
     *
     * @param column a token for each lane
     * @throws IllegalArgumentException if it has more or fewer
     */
    void append(int[] column);

    /**
     * Forgets every committed column from {@code length} on, in absolute terms; length must be at least 1. To the current
     * length: only drops a draft that was not settled.
     */
    void rewindTo(int length);
}
