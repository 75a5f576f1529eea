package dev.specula.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Objects;

/** What the reference processors were given, and the numbers they made of it. */
final class Recorded {
    private Recorded() {}

    static byte[] bytes(String file) {
        try (InputStream in = Recorded.class.getResourceAsStream("/processors/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static float[] floats(String file) {
        FloatBuffer numbers =
                ByteBuffer.wrap(bytes(file)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] all = new float[numbers.remaining()];
        numbers.get(all);
        return all;
    }

    static double largestDifference(float[] found, float[] expected) {
        if (found.length != expected.length) {
            throw new AssertionError(found.length + " numbers, but " + expected.length + " were recorded");
        }
        double largest = 0;
        for (int i = 0; i < found.length; i++) {
            largest = Math.max(largest, Math.abs(found[i] - expected[i]));
        }
        return largest;
    }
}
