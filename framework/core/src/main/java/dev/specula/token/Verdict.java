package dev.specula.token;

import java.util.Arrays;

/**
 * What a rule kept of a draft: a path of nodes from node 0, and the column after it (the bonus token, or the target's
 * correction). Owned by its draft and refilled each round. Not thread-safe.
 */
public final class Verdict {
    private final int[] said; // (lanes,) the column after the path
    private int[] path = new int[16]; // (kept + 1,) nodes; path[0] = 0
    private int kept;
    private int tail;

    Verdict(int lanes) {
        this.said = new int[lanes];
    }

    void restart() {
        kept = 0;
        tail = 0;
    }

    /** Number of kept nodes, node 0 not counted. */
    public int kept() {
        return kept;
    }

    /** The {@code i}-th kept node, from 1; the 0th is node 0. */
    public int node(int i) {
        return path[i];
    }

    /** The last node of the path; node 0 where nothing was kept. */
    public int last() {
        return path[kept];
    }

    /** Columns after the path: 1, or 0 where the answer ended inside the path. */
    public int tail() {
        return tail;
    }

    /** The token in lane {@code lane} of the column after the path. */
    public int tailToken(int lane) {
        return said[lane];
    }

    /** Number of columns that this verdict commits. */
    public int columns() {
        return kept + tail;
    }

    /** The token in lane {@code lane} of the {@code i}-th committed column, from 0. */
    public int token(Draft draft, int i, int lane) {
        return i < kept ? draft.token(path[i + 1], lane) : said[lane];
    }

    /** Goes on to {@code child}, which must be a child of the last node. */
    public void follow(int child) {
        if (++kept == path.length) {
            path = Arrays.copyOf(path, 2 * path.length);
        }
        path[kept] = child;
    }

    /** Notes what the target says in lane {@code lane} after the last node. */
    public void say(int lane, int token) {
        said[lane] = token;
    }

    /** The child of the last node that holds the column said; {@link Draft#NONE} if there is none. */
    public int childSaid(Draft draft) {
        for (int child = draft.nextChild(last(), Draft.NONE); child != Draft.NONE; ) {
            int lane = 0;
            while (lane < said.length && draft.token(child, lane) == said[lane]) {
                lane++;
            }
            if (lane == said.length) {
                return child;
            }
            child = draft.nextChild(last(), child);
        }
        return Draft.NONE;
    }

    /** Ends the path; the column said follows it. */
    public Verdict end() {
        tail = 1;
        return this;
    }

    /** Keeps only the first {@code columns} columns: the answer ends there. */
    public void shorten(int columns) {
        if (columns < columns()) {
            kept = Math.min(kept, columns);
            tail = 0;
        }
    }
}
