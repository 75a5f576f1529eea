package dev.specula.visionlanguage;

import dev.specula.media.Picture;
import dev.specula.media.PictureTiles;
import dev.specula.model.CausalModel;
import dev.specula.model.RowEncoder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What an encoder makes of pictures, remembered as long as the picture is in use: several questions about one picture cost one
 * run of the encoder. Thread-safe; two threads that meet a new picture at once may both encode it.
 */
final class PictureRows {
    private final RowEncoder encoder;
    private final PicturePreparation preparation;
    private final Map<Picture, Seen> known = new WeakHashMap<>();

    private record Seen(PictureColumns columns, FloatBuffer rows) {}

    PictureRows(CausalModel model, RowEncoder encoder) {
        this.encoder = encoder;
        this.preparation = PicturePreparation.of(model, encoder);
    }

    /** The columns of {@code picture}; does not run the encoder. */
    PictureColumns columns(Picture picture) {
        Seen seen = seen(picture);
        return seen != null ? seen.columns() : PictureColumns.of(preparation.of(picture), encoder.rows());
    }

    /** The rows of {@code picture}, {@code (rows, width)}, tile after tile. */
    FloatBuffer of(Picture picture) {
        Seen seen = seen(picture);
        if (seen != null) {
            return seen.rows().duplicate();
        }
        PictureTiles tiles = preparation.of(picture);
        FloatBuffer rows = encoded(tiles);
        synchronized (known) {
            known.put(picture, new Seen(PictureColumns.of(tiles, encoder.rows()), rows));
        }
        return rows.duplicate();
    }

    private @Nullable Seen seen(Picture picture) {
        synchronized (known) {
            return known.get(picture);
        }
    }

    private FloatBuffer encoded(PictureTiles tiles) {
        if (tiles.planes().size() == 1) {
            return encoder.encode(tiles.planes().get(0));
        }
        int numbers = encoder.rows() * encoder.width();
        FloatBuffer all = FloatBuffer.allocate(tiles.planes().size() * numbers);
        tiles.planes().forEach(tile -> all.put(encoder.encode(tile)));
        return all.flip();
    }
}
