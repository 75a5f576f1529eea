package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.util.List;

/**
 * Rotary position embedding: angle of pair i at position t = t * frequency(i).
 *
 * @param base what frequencies are powers of ({@code rope_theta})
 * @param scaling how frequencies are stretched for long contexts
 */
record Rope(double base, Scaling scaling) {
    static final double USUAL_BASE = 10_000;

    /** How a model stretches its frequencies. */
    sealed interface Scaling {
        /** The frequency of a pair in place of {@code frequency}. */
        double stretch(int pair, double frequency);
    }

    /** Frequencies as they are. */
    record Unscaled() implements Scaling {
        @Override
        public double stretch(int pair, double frequency) {
            return frequency;
        }
    }

    /** All frequencies divided by a factor. */
    record Linear(double factor) implements Scaling {
        @Override
        public double stretch(int pair, double frequency) {
            return frequency / factor;
        }
    }

    /** Llama 3: short waves stay, long ones are divided by a factor, with a ramp between. */
    record Llama3(double factor, double lowFactor, double highFactor, double originalTokens) implements Scaling {
        @Override
        public double stretch(int pair, double frequency) {
            double wave = 2 * Math.PI / frequency;
            if (wave > originalTokens / lowFactor) {
                return frequency / factor;
            }
            if (wave < originalTokens / highFactor) {
                return frequency;
            }
            double ramp = (originalTokens / wave - lowFactor) / (highFactor - lowFactor);
            return (1 - ramp) * frequency / factor + ramp * frequency;
        }
    }

    /** Each frequency divided by a number of its own, as GGUF files store the scaling of Llama 3. */
    record Divided(List<Double> divisors) implements Scaling {
        Divided {
            divisors = List.copyOf(divisors);
            for (double divisor : divisors) {
                if (!(divisor > 0 && divisor < Double.POSITIVE_INFINITY)) {
                    throw new ModelLoadException(
                            "Divisors of rotary frequencies must be greater than 0, but one is " + divisor + ".");
                }
            }
        }

        @Override
        public double stretch(int pair, double frequency) {
            return frequency / divisors.get(pair);
        }
    }

    /** Cosines of all angles, (positions, headSize / 2). */
    float[] cosines(int positions, int headSize) {
        return table(positions, headSize, true);
    }

    /** Sines of all angles, (positions, headSize / 2). */
    float[] sines(int positions, int headSize) {
        return table(positions, headSize, false);
    }

    private float[] table(int positions, int headSize, boolean cosine) {
        int pairs = headSize / 2;
        float[] table = new float[positions * pairs];
        for (int pair = 0; pair < pairs; pair++) {
            // The reference library keeps frequencies and angles as 32-bit floats.
            float frequency = (float) scaling.stretch(pair, Math.pow(base, -2.0 * pair / headSize));
            for (int position = 0; position < positions; position++) {
                float angle = position * frequency;
                table[position * pairs + pair] = (float) (cosine ? Math.cos(angle) : Math.sin(angle));
            }
        }
        return table;
    }
}
