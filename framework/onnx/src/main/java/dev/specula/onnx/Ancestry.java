package dev.specula.onnx;

import dev.specula.token.Feed;
import java.nio.FloatBuffer;

/**
 * Which cache row follows which. Rows below {@link #straight} follow each other; beyond it rows of a draft may be siblings,
 * and a row sees only those on its own path.
 */
final class Ancestry {
    /** Added to the score of what a row must not see. Minus infinity could make a row of NaN. */
    private static final float HIDDEN = -1e9f;

    private final int[] parents; // (cache rows,) row before each row
    private int straight;

    Ancestry(int cacheRows) {
        parents = new int[cacheRows];
    }

    /** Starts again with an empty cache. */
    void restart() {
        straight = 0;
    }

    /** Notes the rows that a pass writes. */
    void record(Feed feed) {
        straight = Math.min(straight, feed.first());
        for (int i = 0; i < feed.rows(); i++) {
            int row = feed.first() + i;
            parents[row] = feed.parent(i);
            if (straight == row && parents[row] == row - 1) {
                straight++;
            }
        }
    }

    /** Notes that {@code row} was overwritten with the row that follows {@code row - 1} in the path kept. */
    void moved(int row) {
        parents[row] = row - 1;
        straight = Math.max(straight, row + 1);
    }

    /** Whether rows below {@code row} follow each other. */
    boolean isStraight(int row) {
        return straight >= row;
    }

    /** Hides from {@code row} what is not on its path; {@code mask} holds zeros for it, {@code columns} from {@code start}. */
    void hide(int row, FloatBuffer mask, int start, int columns) {
        for (int column = straight; column < columns; column++) {
            mask.put(start + column, HIDDEN);
        }
        int seen = row;
        while (seen >= straight) {
            mask.put(start + seen, 0);
            seen = parents[seen];
        }
        for (int column = seen + 1; column < Math.min(straight, columns); column++) {
            mask.put(start + column, HIDDEN);
        }
    }

    /** Hides from {@code row} what is not among the last {@code window} columns of its path, the row itself included. */
    void hideBeyond(int window, int row, FloatBuffer mask, int start, int columns) {
        for (int column = 0; column < columns; column++) {
            mask.put(start + column, HIDDEN);
        }
        int seen = row;
        for (int left = window; left > 0 && seen >= 0; left--) {
            mask.put(start + seen, 0);
            seen = seen < straight ? seen - 1 : parents[seen];
        }
    }

    /** Undoes {@link #hide}. */
    void clear(int row, FloatBuffer mask, int start, int columns) {
        int seen = row;
        while (seen >= straight) {
            seen = parents[seen];
        }
        for (int column = seen + 1; column < columns; column++) {
            mask.put(start + column, 0);
        }
    }
}
