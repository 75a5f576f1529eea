package dev.specula.visionlanguage;

import dev.specula.media.ChannelScale;
import dev.specula.media.Picture;
import dev.specula.model.RowEncoder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What an encoder makes of pictures, remembered as long as the picture is in use: several questions about one picture cost one
 * run of the encoder. Thread-safe; two threads that meet a new picture at once may both encode it.
 */
final class PictureRows {
    private final RowEncoder encoder;
    private final Map<Picture, FloatBuffer> known = new WeakHashMap<>();

    PictureRows(RowEncoder encoder) {
        this.encoder = encoder;
    }

    /** Rows of a picture. */
    int rows() {
        return encoder.rows();
    }

    /** The rows of {@code picture}, {@code (rows, width)}. */
    FloatBuffer of(Picture picture) {
        synchronized (known) {
            FloatBuffer rows = known.get(picture);
            if (rows != null) {
                return rows.duplicate();
            }
        }
        int[] shape = encoder.inputShape(); // (3, height, width)
        FloatBuffer rows = encoder.encode(picture.planes(shape[2], shape[1], ChannelScale.SYMMETRIC));
        synchronized (known) {
            known.put(picture, rows);
        }
        return rows.duplicate();
    }
}
