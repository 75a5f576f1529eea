package dev.specula.media;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * What an encoder is given for one picture.
 *
 * @param planes of each tile, row by row, {@code (3, height, width)}; of a picture that was cut, the whole of it last
 * @param rows rows of tiles; 0 where the picture was not cut
 * @param columns columns of tiles; 0 where the picture was not cut
 */
public record PictureTiles(List<FloatBuffer> planes, int rows, int columns) {
    /** Copies the list. */
    public PictureTiles {
        planes = List.copyOf(planes);
    }
}
