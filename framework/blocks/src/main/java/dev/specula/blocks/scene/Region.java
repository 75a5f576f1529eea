package dev.specula.blocks.scene;

/** One of the nine cells of a picture, in reading order. At most one block has its centre in a cell. */
public enum Region {
    TOP_LEFT(0, 0),
    TOP_CENTRE(0, 1),
    TOP_RIGHT(0, 2),
    CENTRE_LEFT(1, 0),
    CENTRE(1, 1),
    CENTRE_RIGHT(1, 2),
    BOTTOM_LEFT(2, 0),
    BOTTOM_CENTRE(2, 1),
    BOTTOM_RIGHT(2, 2);

    private final int row;
    private final int column;

    Region(int row, int column) {
        this.row = row;
        this.column = column;
    }

    /** 0 at the top, 2 at the bottom. */
    public int row() {
        return row;
    }

    /** 0 at the left, 2 at the right. */
    public int column() {
        return column;
    }
}
