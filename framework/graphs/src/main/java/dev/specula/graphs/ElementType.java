package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.nio.ByteBuffer;

/** Element types of safetensors files. Those of floats can be weights. */
enum ElementType {
    F32(4),
    F16(2),
    BF16(2),
    F64(8),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U64(8),
    U32(4),
    U16(2),
    U8(1),
    BOOL(1),
    F8_E4M3(1),
    F8_E5M2(1);

    final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    static ElementType of(String name, String tensor) {
        for (ElementType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw new ModelLoadException("Tensor \"" + tensor + "\" has the unknown element type \"" + name + "\".");
    }

    /** Reads {@code count} elements into {@code into} from {@code place} on; {@code source} is little-endian. */
    void read(ByteBuffer source, int count, float[] into, int place, String tensor) {
        switch (this) {
            case F32 -> source.asFloatBuffer().get(into, place, count);
            case F16 -> {
                for (int i = 0; i < count; i++) {
                    into[place + i] = Half.value(source.getShort(2 * i));
                }
            }
            case BF16 -> {
                for (int i = 0; i < count; i++) {
                    into[place + i] = Half.brain(source.getShort(2 * i));
                }
            }
            case F64 -> {
                for (int i = 0; i < count; i++) {
                    into[place + i] = (float) source.getDouble(8 * i);
                }
            }
            default ->
                throw new ModelLoadException("Tensor \"" + tensor
                        + "\" must hold floats (F32, F16, BF16 or F64), but holds " + name() + ".");
        }
    }
}
