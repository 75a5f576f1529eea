package dev.specula.training.data;

import java.util.random.RandomGenerator;

/** Where a denoiser's clean examples come from. */
public interface Examples {

    /** Numbers in an example. */
    int numbers();

    /** Numbers in its condition. */
    int conditions();

    /**
     * Writes examples drawn from {@code random}.
     *
     * @param first number of the first one in the range they are drawn from
     * @param clean of shape (count, numbers)
     * @param condition of shape (count, conditions)
     */
    void write(long first, int count, float[] clean, float[] condition, RandomGenerator random);
}
