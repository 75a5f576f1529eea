package dev.specula.texttoimage;

import dev.specula.Modality;
import dev.specula.SpeculaException;
import dev.specula.model.CausalModel;
import dev.specula.model.CodeDecoder;
import dev.specula.model.IncompatibleModelsException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * For each code, the codes whose rows of the codebook are nearest to its own, the nearest first. Computed once, and stored with
 * the model as the table {@value #TABLE}: the codebook compared with itself takes {@code codes * codes * width} operations.
 * Immutable.
 */
public final class Neighbours {
    /** Name of the table that is stored with a model. */
    public static final String TABLE = "neighbours";

    private static final int USUAL = 64;

    private final int codes;
    private final int each;
    private final int[] nearest; // (codes, each) code
    private final float[] distances; // (codes, each) squared Euclidean distance

    private Neighbours(int codes, int each, int[] nearest, float[] distances) {
        this.codes = codes;
        this.each = each;
        this.nearest = nearest;
        this.distances = distances;
    }

    /**
     * Those of {@code model}: the stored table, or computed of its codebook where there is none.
     *
     * @throws IncompatibleModelsException if it draws no pictures, or the table is that of another codebook
     */
    public static Neighbours of(CausalModel model) {
        CodeDecoder decoder = model.decoder(Modality.IMAGE)
                .orElseThrow(() -> new IncompatibleModelsException(
                        "A rule that lets near codes stand for each other must have" + " a codebook, but \""
                                + model.spec().name() + "\" has none; use a model that draws."));
        Neighbours found = model.table(TABLE)
                .map(Neighbours::read)
                .orElseGet(() -> of(decoder.codebook(), decoder.codeWidth(), USUAL));
        if (found.codes != decoder.codes()) {
            throw new IncompatibleModelsException("The table \"" + TABLE + "\" of \""
                    + model.spec().name() + "\" is over " + found.codes + " codes, but its codebook has "
                    + decoder.codes() + "; compute it anew.");
        }
        return found;
    }

    /** The nearest {@code each} codes (fewer if there are not as many) of each row of {@code codebook}, {@code (codes, width)}. */
    public static Neighbours of(FloatBuffer codebook, int width, int each) {
        if (each < 1) {
            throw new IllegalArgumentException("each must be at least 1 neighbour, but was " + each + ".");
        }
        int codes = codebook.remaining() / width;
        int kept = Math.min(each, codes - 1);
        float[] rows = new float[codes * width];
        codebook.duplicate().get(rows);
        int[] nearest = new int[codes * kept];
        float[] distances = new float[codes * kept];
        for (int code = 0; code < codes; code++) {
            int found = 0;
            for (int other = 0; other < codes; other++) {
                if (other != code) {
                    float distance = distance(rows, width, code, other);
                    found = insert(nearest, distances, code * kept, found, kept, other, distance);
                }
            }
        }
        return new Neighbours(codes, kept, nearest, distances);
    }

    /** The table in {@code bytes}, as {@link #write} makes it. */
    public static Neighbours read(ByteBuffer bytes) {
        ByteBuffer from = bytes.duplicate();
        int codes = from.getInt();
        int each = from.getInt();
        if (codes < 1 || each < 0 || from.remaining() != 2L * Integer.BYTES * codes * each) {
            throw new SpeculaException("A table of " + each + " neighbours for " + codes + " codes takes "
                    + 2L * Integer.BYTES * codes * each + " bytes, but " + from.remaining()
                    + " are there; compute it anew.");
        }
        int[] nearest = new int[codes * each];
        float[] distances = new float[codes * each];
        from.asIntBuffer().get(nearest);
        from.position(from.position() + Integer.BYTES * nearest.length);
        from.asFloatBuffer().get(distances);
        return new Neighbours(codes, each, nearest, distances);
    }

    /** The table as bytes. */
    public ByteBuffer write() {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES * (1 + nearest.length));
        bytes.putInt(codes).putInt(each);
        for (int code : nearest) {
            bytes.putInt(code);
        }
        for (float distance : distances) {
            bytes.putFloat(distance);
        }
        return bytes.flip();
    }

    /** Number of codes. */
    public int codes() {
        return codes;
    }

    /** Neighbours of each code. */
    public int each() {
        return each;
    }

    /** The {@code index}-th nearest to {@code code}, from 0. */
    public int nearest(int code, int index) {
        return nearest[code * each + index];
    }

    /** Squared distance of {@code code} from its {@code index}-th nearest. */
    public float distance(int code, int index) {
        return distances[code * each + index];
    }

    /** Whether {@code other} is among the neighbours of {@code code} that lie nearer than {@code radius}, squared. */
    public boolean areNear(int code, int other, double radius) {
        for (int i = code * each; i < (code + 1) * each && distances[i] < radius; i++) {
            if (nearest[i] == other) {
                return true;
            }
        }
        return false;
    }

    private static float distance(float[] rows, int width, int one, int other) {
        float sum = 0;
        for (int i = 0; i < width; i++) {
            float difference = rows[one * width + i] - rows[other * width + i];
            sum += difference * difference;
        }
        return sum;
    }

    private static int insert(
            int[] nearest, float[] distances, int start, int found, int kept, int code, float distance) {
        int place = found;
        while (place > 0 && distance < distances[start + place - 1]) {
            place--;
        }
        if (place == kept) {
            return found;
        }
        int moved = Math.min(found, kept - 1) - place;
        System.arraycopy(nearest, start + place, nearest, start + place + 1, moved);
        System.arraycopy(distances, start + place, distances, start + place + 1, moved);
        nearest[start + place] = code;
        distances[start + place] = distance;
        return Math.min(found + 1, kept);
    }
}
