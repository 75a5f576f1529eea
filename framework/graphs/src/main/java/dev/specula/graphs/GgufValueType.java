package dev.specula.graphs;

import dev.specula.model.ModelLoadException;

/** Types of metadata values in GGUF files; their order is their code. */
enum GgufValueType {
    UINT8(1),
    INT8(1),
    UINT16(2),
    INT16(2),
    UINT32(4),
    INT32(4),
    FLOAT32(4),
    BOOL(1),
    STRING(8),
    ARRAY(12),
    UINT64(8),
    INT64(8),
    FLOAT64(8);

    private static final String VALUE = "a value";

    /** Bytes of a value, at least. */
    final int leastBytes;

    GgufValueType(int leastBytes) {
        this.leastBytes = leastBytes;
    }

    static GgufValueType of(int code, String key) {
        if (code < 0 || code >= values().length) {
            throw new ModelLoadException("The GGUF metadata \"" + key + "\" must have a value type from 0 to "
                    + (values().length - 1) + ", but has " + Integer.toUnsignedString(code) + ".");
        }
        return values()[code];
    }

    /** Reads a value: whole numbers as {@link Long}, others as {@link Double}, {@link Boolean} and {@link String}. */
    Object read(GgufCursor in, String key) {
        return switch (this) {
            case UINT8 -> (long) Byte.toUnsignedInt(in.int8(VALUE));
            case INT8 -> (long) in.int8(VALUE);
            case UINT16 -> (long) Short.toUnsignedInt(in.int16(VALUE));
            case INT16 -> (long) in.int16(VALUE);
            case UINT32 -> Integer.toUnsignedLong(in.int32(VALUE));
            case INT32 -> (long) in.int32(VALUE);
            case UINT64, INT64 -> in.int64(VALUE);
            case FLOAT32 -> (double) Float.intBitsToFloat(in.int32(VALUE));
            case FLOAT64 -> Double.longBitsToDouble(in.int64(VALUE));
            case BOOL -> in.int8(VALUE) != 0;
            case STRING -> in.text("a text");
            case ARRAY ->
                throw new ModelLoadException("The GGUF metadata \"" + key + "\" must not hold arrays in an array.");
        };
    }

    void skip(GgufCursor in, int count, String key) {
        switch (this) {
            case ARRAY -> read(in, key);
            case STRING -> {
                for (int i = 0; i < count; i++) {
                    in.skipText("a text");
                }
            }
            default -> in.skip((long) count * leastBytes, "an array");
        }
    }
}
