package dev.specula.graphs;

/** 16-bit floats. */
final class Half {
    private Half() {}

    /** An IEEE half, exactly. */
    static float value(short bits) {
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        float magnitude;
        if (exponent == 0) {
            magnitude = fraction * 0x1p-24f;
        } else if (exponent == 31) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            magnitude = Float.intBitsToFloat(((exponent + 112) << 23) | (fraction << 13));
        }
        return bits < 0 ? -magnitude : magnitude;
    }

    /** The upper half of a 32-bit float. */
    static float brain(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }
}
