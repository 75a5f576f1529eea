package dev.specula.benchmarks;

/**
 * A Llama decoder of heads 64 wide.
 *
 * @param layers number of blocks
 * @param width of the residual stream; a multiple of 64
 */
public record DecoderSize(int layers, int width) {
    static final int VOCABULARY = 512;
    static final int CONTEXT = 512;

    private static final int HEAD = 64;

    /** Reads a size as people write it, for example {@code 6x384}. */
    public static DecoderSize of(String text) {
        String[] parts = text.split("x", 2);
        return new DecoderSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    int heads() {
        return width / HEAD;
    }

    /** Two where they divide the heads, else one. */
    int keyHeads() {
        return heads() > 2 && heads() % 2 == 0 ? 2 : 1;
    }

    int keyWidth() {
        return keyHeads() * HEAD;
    }

    /** Eight thirds of the width, up to the next multiple of 64. */
    int intermediate() {
        return (8 * width / 3 + HEAD - 1) / HEAD * HEAD;
    }

    @Override
    public String toString() {
        return layers + "x" + width;
    }
}
