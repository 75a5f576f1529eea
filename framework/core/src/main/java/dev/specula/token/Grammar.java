package dev.specula.token;

/**
 * What may follow: a state for each history, and the tokens that each state leaves. Pure, so that any node of a draft can be
 * asked at its own history, several positions ahead of the answer. Thread-safe.
 *
 * <p>States are numbers, so that a sequence keeps one for each column without garbage; a grammar whose states are richer,
 * with a stack for example, numbers those it meets. Columns of the prompt are not read.
 */
public interface Grammar {
    /** Leaves every token, always. */
    Grammar ANYTHING = new Grammar() {
        @Override
        public int start() {
            return 0;
        }

        @Override
        public int after(int state, int[] column) {
            return state;
        }

        @Override
        public void restrict(int state, int lane, LogitRow row) {
            // Nothing to take out.
        }
    };

    /** The state before the first column of the answer. */
    int start();

    /**
     * The state after {@code column}, {@code (lanes,)}, in {@code state}. A column that the state does not leave may be asked
     * for, since drafts hold such: any state will do.
     */
    int after(int state, int[] column);

    /** Takes out of {@code row} what may not follow in lane {@code lane}; leaves at least one token. */
    void restrict(int state, int lane, LogitRow row);
}
