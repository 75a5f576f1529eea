package dev.specula.token;

import dev.specula.noise.Law;

/**
 * What is left of the target's law when draft tokens have been refused: {@code norm(max(0, target - draft))}, again after
 * each refusal. Reads its laws, keeps a copy of the differences, and is a law itself.
 */
final class Residual implements Law {
    private double[] rest = new double[0]; // (vocabulary,) not normalised
    private double[] draft = new double[0]; // (vocabulary,) not normalised
    private int size;
    private double restSum;
    private double draftSum;

    /** Becomes the whole of {@code target}, for siblings drawn from {@code law}. */
    Residual reset(Law target, Law law) {
        size = target.size();
        if (rest.length < size) {
            rest = new double[size];
            draft = new double[size];
        }
        restSum = 0;
        for (int token = 0; token < size; token++) {
            rest[token] = target.prob(token);
            restSum += rest[token];
        }
        drawnFrom(law);
        return this;
    }

    /** The next siblings were drawn from {@code law}, apart from those before. */
    void drawnFrom(Law law) {
        draftSum = 0;
        for (int token = 0; token < size; token++) {
            draft[token] = law.prob(token);
            draftSum += draft[token];
        }
    }

    /** How often {@code token}, drawn from what is left of the draft's law, has to be kept: may exceed 1. */
    double ratio(int token) {
        return prob(token) * draftSum / draft[token];
    }

    /** Takes the draft's law off the target's, and {@code token} off the draft's: it was refused, and is not drawn again. */
    void refuse(int token) {
        double left = 0;
        double undrawn = 0; // summed anew: what a confident draft leaves is lost in a difference of sums
        for (int t = 0; t < size; t++) {
            double difference = rest[t] / restSum - draft[t] / draftSum;
            rest[t] = Math.max(0, difference);
            left += rest[t];
            undrawn += t == token ? 0 : draft[t];
        }
        restSum = left;
        if (left == 0) {
            // By rounding alone: draft and target agree, so a refusal had probability 0.
            System.arraycopy(draft, 0, rest, 0, size);
            restSum = draftSum;
        }
        draft[token] = 0;
        draftSum = undrawn;
    }

    /** What {@code share} of the target's law has more than the draft's, in all: in [0, 1]. */
    double excessMass(double share) {
        double mass = 0;
        for (int t = 0; t < size; t++) {
            mass += Math.max(0, share * (rest[t] / restSum) - draft[t] / draftSum);
        }
        return mass;
    }

    /** Becomes what {@code share} of the target's law has more than the draft's. */
    Residual excess(double share) {
        double left = 0;
        for (int t = 0; t < size; t++) {
            rest[t] = Math.max(0, share * (rest[t] / restSum) - draft[t] / draftSum);
            left += rest[t];
        }
        restSum = left;
        if (left == 0) {
            // By rounding alone: the two agree, so a correction had probability 0.
            System.arraycopy(draft, 0, rest, 0, size);
            restSum = draftSum;
        }
        return this;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double prob(int token) {
        return rest[token] / restSum;
    }
}
