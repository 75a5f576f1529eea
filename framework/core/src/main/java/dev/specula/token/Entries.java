package dev.specula.token;

/**
 * Which answers pay for their drafts' entry: those for which it seems to pay, and one now and then for which it does not. What it would
 * save is only learned by drafting, so an estimate that a few unlike answers left would stand for ever. Thread-safe.
 */
public final class Entries {
    private static final int OFTEN = 16; // answers that do not enter before one does
    private static final int RAREST = 1024;

    private int left = OFTEN;
    private int patience = OFTEN;

    /** Whether an answer enters, given that it seems to pay or not. */
    public synchronized boolean enters(boolean pays) {
        if (pays) {
            patience = OFTEN;
            left = patience;
            return true;
        }
        left--;
        if (left > 0) {
            return false;
        }
        patience = Math.min(RAREST, 2 * patience);
        left = patience;
        return true;
    }
}
