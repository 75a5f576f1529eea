package dev.specula.testkit.mutants;

import dev.specula.testkit.TableModel;
import dev.specula.testkit.TableSequence;
import dev.specula.token.Feed;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;

/** A cache with one mistake. */
final class FlawedCache extends TableSequence {
    private static final int ROWS = 96;

    private final Flaw flaw;
    private final boolean[] written = new boolean[ROWS];

    FlawedCache(TableModel model, Prompt prompt, Sampling sampling, Flaw flaw) {
        super(model, prompt, ROWS, sampling);
        this.flaw = flaw;
    }

    /** The mistakes. */
    enum Flaw {
        /** Of the columns that wait, only the last is computed: the row of a draft kept to its end is missing. */
        MISSING_BONUS_ROW,
        /** Rows of a kept path stay where they were computed. */
        PATH_NOT_MOVED,
        /** A row that was dropped is taken for one that is there. */
        ROWS_WRITTEN_ONCE
    }

    @Override
    protected void write(Feed feed, int row) {
        boolean waits = feed.first() > 0 && row < feed.wanted();
        int at = feed.first() + row;
        if ((flaw == Flaw.MISSING_BONUS_ROW && waits) || (flaw == Flaw.ROWS_WRITTEN_ONCE && written[at])) {
            return;
        }
        written[at] = true;
        super.write(feed, row);
    }

    @Override
    protected void moveRow(int from, int to) {
        if (flaw != Flaw.PATH_NOT_MOVED) {
            super.moveRow(from, to);
        }
    }
}
