package dev.specula.visionlanguage;

import dev.specula.media.PictureTiles;

/**
 * The columns that stand for a picture in a question.
 *
 * @param rows columns of one tile
 * @param tileRows rows of tiles; 0 where the picture is not cut
 * @param tileColumns columns of tiles; 0 where the picture is not cut
 */
record PictureColumns(int rows, int tileRows, int tileColumns) {
    /** No picture. */
    static final PictureColumns NONE = new PictureColumns(0, 0, 0);

    /** A picture in one piece. */
    static PictureColumns whole(int rows) {
        return new PictureColumns(rows, 0, 0);
    }

    /** A picture as it was cut; each tile takes {@code rows} columns. */
    static PictureColumns of(PictureTiles tiles, int rows) {
        return new PictureColumns(rows, tiles.rows(), tiles.columns());
    }

    /** Columns of all tiles, and of the whole of a picture that was cut. */
    int total() {
        return rows * (tileRows * tileColumns + 1);
    }
}
