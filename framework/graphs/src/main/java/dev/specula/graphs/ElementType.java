package dev.specula.graphs;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Element types of safetensors files. Those with a reader can be weights. */
enum ElementType {
    F32(4, (bytes, i) -> bytes.getFloat(4 * i)),
    F16(2, (bytes, i) -> half(bytes.getShort(2 * i))),
    BF16(2, (bytes, i) -> Float.intBitsToFloat(bytes.getShort(2 * i) << 16)),
    F64(8, (bytes, i) -> (float) bytes.getDouble(8 * i)),
    I64(8, null),
    I32(4, null),
    I16(2, null),
    I8(1, null),
    U64(8, null),
    U32(4, null),
    U16(2, null),
    U8(1, null),
    BOOL(1, null),
    F8_E4M3(1, null),
    F8_E5M2(1, null);

    /** Reads element i as a float. */
    private interface FloatReader {
        float at(ByteBuffer bytes, int i);
    }

    final int bytes;
    private final @Nullable FloatReader reader;

    ElementType(int bytes, @Nullable FloatReader reader) {
        this.bytes = bytes;
        this.reader = reader;
    }

    static ElementType of(String name, String tensor) {
        for (ElementType type : values()) {
            if (type.name().equals(name.toUpperCase(Locale.ROOT))) {
                return type;
            }
        }
        throw new WeightsException("Tensor \"" + tensor + "\" has the unknown element type \"" + name + "\".");
    }

    float[] floats(ByteBuffer source, int count, String tensor) {
        if (reader == null) {
            throw new WeightsException("Tensor \"" + tensor + "\" must hold floats (F32, F16, BF16 or F64), but holds "
                    + name() + ".");
        }
        float[] values = new float[count];
        if (this == F32) {
            source.asFloatBuffer().get(values);
            return values;
        }
        for (int i = 0; i < count; i++) {
            values[i] = reader.at(source, i);
        }
        return values;
    }

    /** An IEEE half, exactly. */
    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float magnitude;
        if (exponent == 0) {
            magnitude = fraction * 0x1p-24f;
        } else if (exponent == 31) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            magnitude = Float.intBitsToFloat(exponent + 112 << 23 | fraction << 13);
        }
        return bits < 0 ? -magnitude : magnitude;
    }
}
