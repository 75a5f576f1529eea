package dev.specula.training.data;

import java.util.SplittableRandom;

/** Examples with noise, and what a denoiser is to say of them: all a function of the step. */
public final class NoisyBatch {

    private static final double EVEN = 0.6180339887498949; // multiples of the golden ratio fill an interval evenly
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final int count;
    private final float[] states;
    private final float[] velocities;
    private final float[] times;
    private final float[] conditions;

    private NoisyBatch(int count, float[] states, float[] velocities, float[] times, float[] conditions) {
        this.count = count;
        this.states = states;
        this.velocities = velocities;
        this.times = times;
        this.conditions = conditions;
    }

    /** Examples in it. */
    public int count() {
        return count;
    }

    /** {@code (count, numbers)}. */
    public float[] states() {
        return states;
    }

    /** {@code (count, numbers)}. */
    public float[] velocities() {
        return velocities;
    }

    /** {@code (count,)}, 0 to 1. */
    public float[] times() {
        return times;
    }

    /** {@code (count, conditions)}. */
    public float[] conditions() {
        return conditions;
    }

    /** The batch of {@code step}. */
    public static NoisyBatch of(Examples examples, long step, int count) {
        SplittableRandom random = new SplittableRandom((step + 1) * SPREAD);
        int numbers = examples.numbers();
        float[] states = new float[count * numbers];
        float[] velocities = new float[count * numbers];
        float[] times = new float[count];
        float[] conditions = new float[count * examples.conditions()];
        examples.write(step * count, count, states, conditions, random);
        double first = random.nextDouble();
        for (int index = 0; index < count; index++) {
            double time = (first + EVEN * index) % 1;
            times[index] = (float) time;
            double signal = Math.cos(Math.PI / 2 * time);
            double noise = Math.sin(Math.PI / 2 * time);
            for (int at = index * numbers; at < (index + 1) * numbers; at++) {
                double clean = states[at];
                double drawn = random.nextGaussian();
                states[at] = (float) (signal * clean + noise * drawn);
                velocities[at] = (float) (signal * drawn - noise * clean);
            }
        }
        return new NoisyBatch(count, states, velocities, times, conditions);
    }
}
