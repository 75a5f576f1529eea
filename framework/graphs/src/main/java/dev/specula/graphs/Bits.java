package dev.specula.graphs;

/** Codes of a few bits inside wider numbers. */
final class Bits {
    private Bits() {}

    /** The {@code count} bits of {@code value} from bit {@code from} on, bit 0 being the lowest. */
    static int of(int value, int from, int count) {
        return (value >>> from) & ((1 << count) - 1);
    }
}
