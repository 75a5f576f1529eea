package dev.specula.graphs;

/**
 * An orthogonal change of axes, the same for every block of neighbouring numbers of a row: each of a block becomes a sum of all in it, taken
 * with either sign (a Hadamard matrix over the root of its size). It is its own inverse.
 *
 * @param block numbers that are mixed with each other, a power of two; 1 leaves rows as they are
 */
record Rotation(int block) {
    /** Leaves rows as they are. */
    static final Rotation NONE = new Rotation(1);

    /** Blocks as tall hold as many rows of a weight in memory at a time. */
    private static final int LARGEST_BLOCK = 256;

    /** About one in a million of normal numbers of variance 1 is larger. */
    private static final float LARGEST_OF_NORMAL = 5;

    Rotation {
        if (Integer.bitCount(block) != 1) {
            throw new IllegalArgumentException("block must be a power of two, but was " + block + ".");
        }
    }

    /** In the largest blocks that rows of {@code width} numbers consist of. */
    static Rotation of(int width) {
        return new Rotation(Math.min(LARGEST_BLOCK, Integer.lowestOneBit(width)));
    }

    boolean isNone() {
        return block == 1;
    }

    /**
     * The largest number to expect of a turned row of {@code width} numbers whose mean square is 1: five, as of normal ones, or what becomes of
     * a row that is all in one number.
     */
    float largest(int width) {
        return Math.max(LARGEST_OF_NORMAL, (float) Math.sqrt(width / (double) block));
    }

    /** Turns {@code count} numbers from {@code from} on, whole blocks of rows that stand one after the other. */
    void turn(float[] values, int from, int count) {
        for (int begin = from; begin < from + count; begin += block) {
            turn(values, begin, block, 1);
        }
    }

    /** Turns each of {@code width} columns over the {@code block} rows at the start of {@code values}, row-major. */
    void turnColumns(float[] values, int width) {
        turn(values, 0, block * width, width);
    }

    /** Turns a block of numbers, each of them {@code width} that lie side by side. */
    private void turn(float[] values, int begin, int count, int width) {
        for (int half = width; half < count; half *= 2) {
            for (int pair = begin; pair < begin + count; pair += 2 * half) {
                for (int i = pair; i < pair + half; i++) {
                    float left = values[i];
                    float right = values[i + half];
                    values[i] = left + right;
                    values[i + half] = left - right;
                }
            }
        }
        float scale = (float) (1 / Math.sqrt(block));
        for (int i = begin; i < begin + count; i++) {
            values[i] *= scale;
        }
    }

    /** Writes rows x (n, width), turned. */
    String write(GraphWriter graph, String name, String x, int width) {
        if (isNone()) {
            return x;
        }
        float[] axes = new float[block * block];
        for (int i = 0; i < block; i++) {
            axes[i * block + i] = 1;
        }
        turn(axes, 0, axes.length);
        String blocks =
                graph.node("Reshape", name + ".blocks", x, graph.longs(name + ".apart", new long[] {-1, block}, 2));
        String turned =
                graph.node("MatMul", name + ".turned", blocks, graph.floats(name + ".axes", axes, block, block));
        return graph.node("Reshape", name, turned, graph.longs(name + ".together", new long[] {-1, width}, 2));
    }
}
