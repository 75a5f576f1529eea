package dev.specula.denoise;

import java.util.Arrays;

/** What a denoiser answers to: numbers whose meaning is the model's, and how far it is pushed towards them. Immutable. */
public final class Condition {
    private static final double UNSAID = -1;

    private final float[] numbers; // (conditions,)
    private final double guidance;

    private Condition(float[] numbers, double guidance) {
        this.numbers = numbers;
        this.guidance = guidance;
    }

    /** A condition under the guidance that the model was published with. */
    public static Condition of(float... numbers) {
        return new Condition(numbers.clone(), UNSAID);
    }

    /**
     * The same numbers under classifier-free guidance of this scale.
     *
     * @param scale at least 0; 1 is no guidance
     */
    public Condition guidedBy(double scale) {
        if (!(scale >= 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The guidance scale must be at least 0, but was " + scale + "; 1 is no guidance.");
        }
        return new Condition(numbers, scale);
    }

    /** How many numbers there are. */
    public int size() {
        return numbers.length;
    }

    /** One of the numbers. */
    public float number(int index) {
        return numbers[index];
    }

    /** The scale of guidance, {@code published} where none was asked for. */
    public double guidance(double published) {
        return guidance == UNSAID ? published : guidance;
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers) + (guidance == UNSAID ? "" : " guided by " + guidance);
    }
}
