package dev.specula.token;

/**
 * What followed the last two tokens, and the last one, the last time they were said, and what the model says after one alone: a guess that
 * costs nothing but a second row in a pass of the target. Shared by all answers of a pipeline; races between them lose
 * guesses, and guesses never change what is said.
 *
 * <p>256 kB. Where two contexts meet in a slot the later one stays.
 */
public final class NgramTable {
    private static final int SLOTS = 1 << 15;

    private final Followers followers;
    private final long[] next = new long[SLOTS]; // context in the upper half, token + 1 below; 0 = nothing known

    /** Has learned nothing yet. */
    public NgramTable() {
        this(Followers.NONE);
    }

    /** Has learned nothing yet; {@code followers} are those of the model that is guessed at. */
    public NgramTable(Followers followers) {
        this.followers = followers;
    }

    /** The guess after {@code before, last} that is drawn from {@code recall}; {@link Draft#NONE} if there is none. */
    int guess(Recall recall, int before, int last) {
        return switch (recall) {
            case NOTHING -> Draft.NONE;
            case LAST -> afterLast(last);
            case MODEL -> followers.after(last);
            case PAIR -> afterPair(before, last);
        };
    }

    /** What followed {@code before, last}; {@link Draft#NONE} if that is not known. */
    public int afterPair(int before, int last) {
        return after(context(before, last));
    }

    /** What followed {@code last}, whatever was before it; {@link Draft#NONE} if that is not known. */
    public int afterLast(int last) {
        return after(context(Draft.NONE, last));
    }

    /** Learns that {@code token} followed {@code before, last}. */
    public void learn(int before, int last, int token) {
        put(context(before, last), token);
        put(context(Draft.NONE, last), token);
    }

    private int after(int context) {
        long entry = next[slot(context)];
        return (int) (entry >>> 32) == context ? (int) entry - 1 : Draft.NONE;
    }

    private void put(int context, int token) {
        next[slot(context)] = (long) context << 32 | token + 1;
    }

    private static int context(int before, int last) {
        return before * 0x9E3779B1 + last * 0x85EBCA77;
    }

    private static int slot(int context) {
        return (context ^ (context >>> 15)) & (SLOTS - 1);
    }
}
