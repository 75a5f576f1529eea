package dev.specula.token;

import dev.specula.noise.Law;
import java.util.Arrays;

/** A copy of a law, which outlives the pass it came from. Refilled; allocates only when the vocabulary grows. */
final class HeldLaw implements Law {
    private double[] probs = new double[0]; // (vocabulary,)
    private int[] support = new int[0]; // (supportSize,) ascending
    private int supportSize;

    /** Becomes a copy of {@code law}. */
    void hold(Law law) {
        reserve(law.size());
        Arrays.fill(probs, 0);
        supportSize = law.support();
        for (int index = 0; index < supportSize; index++) {
            int token = law.supported(index);
            support[index] = token;
            probs[token] = law.prob(token);
        }
    }

    /** Becomes what {@code permitted} leaves of {@code law}, and returns whether that is anything. */
    boolean keep(Law law, Law permitted) {
        reserve(law.size());
        Arrays.fill(probs, 0);
        supportSize = 0;
        double sum = 0;
        for (int index = 0; index < law.support(); index++) {
            int token = law.supported(index);
            if (law.prob(token) > 0 && permitted.prob(token) > 0) {
                support[supportSize++] = token;
                probs[token] = law.prob(token);
                sum += probs[token];
            }
        }
        for (int index = 0; index < supportSize; index++) {
            probs[support[index]] /= sum;
        }
        return supportSize > 0;
    }

    @Override
    public int size() {
        return probs.length;
    }

    @Override
    public double prob(int token) {
        return probs[token];
    }

    @Override
    public int support() {
        return supportSize;
    }

    @Override
    public int supported(int index) {
        return support[index];
    }

    private void reserve(int size) {
        if (probs.length != size) {
            probs = new double[size];
            support = new int[size];
        }
    }
}
