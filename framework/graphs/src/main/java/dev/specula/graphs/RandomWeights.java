package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;

/**
 * Tensors with the names and shapes of trained ones and seeded random values: norms of one, biases of nought, matrices that
 * keep the size of what they are multiplied with, and the trained ones' steps of inputs. A tensor is a function of seed and name, so whoever reads it reads the same.
 *
 * @param trained whose names and shapes count
 */
record RandomWeights(Weights trained, long seed) implements Weights {
    @Override
    public boolean has(String name) {
        return trained.has(name);
    }

    @Override
    public Set<String> names() {
        return trained.names();
    }

    @Override
    public int[] shape(String name) {
        return trained.shape(name);
    }

    @Override
    public float[] read(String name) {
        if (name.endsWith(Matrix.INPUT_SCALE)) {
            return trained.read(name);
        }
        int[] shape = shape(name);
        float[] values = new float[count(shape)];
        if (shape.length < 2) {
            Arrays.fill(values, name.endsWith("norm.weight") ? 1 : 0);
            return values;
        }
        Random random = new Random(seed * 31 + name.hashCode());
        double scale = 1 / Math.sqrt(values.length / (double) shape[0]);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * scale);
        }
        return values;
    }

    private static int count(int[] shape) {
        long count = 1;
        for (int size : shape) {
            count *= size;
            if (count > Integer.MAX_VALUE) {
                throw new ModelLoadException("A tensor of the shape " + Arrays.toString(shape)
                        + " has more numbers than an array can hold; use a smaller model.");
            }
        }
        return (int) count;
    }
}
