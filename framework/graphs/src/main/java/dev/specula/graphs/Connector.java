package dev.specula.graphs;

import dev.specula.model.RowEncoder;
import java.nio.FloatBuffer;

/**
 * Maps rows of a target's encoder to a draft's width: means of {@code pool} rows that follow each other, times a matrix.
 * {@code (rows * pool, target width) -> (rows, draft width)}. Thread-safe.
 */
final class Connector implements RowEncoder {
    private final int rows;
    private final int pool;
    private final int from;
    private final int width;
    private final float[] weight; // (width, from)

    Connector(int rows, int pool, int width, int from, float[] weight) {
        this.rows = rows;
        this.pool = pool;
        this.width = width;
        this.from = from;
        this.weight = weight;
    }

    @Override
    public int[] inputShape() {
        return new int[] {rows * pool, from};
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public FloatBuffer encode(FloatBuffer input) {
        if (input.remaining() != rows * pool * from) {
            throw new IllegalArgumentException("input must hold " + rows * pool + " rows of " + from
                    + " numbers, but holds " + input.remaining() + " numbers.");
        }
        FloatBuffer output = FloatBuffer.allocate(rows * width);
        float[] mean = new float[from];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < from; column++) {
                float sum = 0;
                for (int i = 0; i < pool; i++) {
                    sum += input.get(input.position() + (row * pool + i) * from + column);
                }
                mean[column] = sum / pool;
            }
            for (int out = 0; out < width; out++) {
                float sum = 0;
                for (int column = 0; column < from; column++) {
                    sum += weight[out * from + column] * mean[column];
                }
                output.put(row * width + out, sum);
            }
        }
        return output;
    }
}
