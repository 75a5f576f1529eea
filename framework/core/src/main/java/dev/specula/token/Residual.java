package dev.specula.token;

import dev.specula.noise.Law;

/**
 * What is left of the target's law when draft tokens have been refused: {@code norm(max(0, target - draft))}, again after
 * each refusal. Reads its two laws, keeps a copy of the differences, and is a law itself.
 */
final class Residual implements Law {
    private double[] rest = new double[0]; // (vocabulary,) not normalised
    private double[] draft = new double[0]; // (vocabulary,) not normalised
    private int size;
    private double restSum;
    private double draftSum;

    /** Becomes the whole of {@code target}, for siblings drawn from {@code drawnFrom}. */
    Residual reset(Law target, Law drawnFrom) {
        size = target.size();
        if (rest.length < size) {
            rest = new double[size];
            draft = new double[size];
        }
        restSum = 0;
        draftSum = 0;
        for (int token = 0; token < size; token++) {
            rest[token] = target.prob(token);
            draft[token] = drawnFrom.prob(token);
            restSum += rest[token];
            draftSum += draft[token];
        }
        return this;
    }

    /** How often {@code token}, drawn from what is left of the draft's law, has to be kept: may exceed 1. */
    double ratio(int token) {
        double draftProb = draft[token] / draftSum;
        return draftProb > 0 ? prob(token) / draftProb : 0;
    }

    /** Takes the draft's law off the target's, and {@code token} off the draft's: it was refused, and is not drawn again. */
    void refuse(int token) {
        double left = 0;
        for (int t = 0; t < size; t++) {
            double difference = rest[t] / restSum - draft[t] / draftSum;
            rest[t] = Math.max(0, difference);
            left += rest[t];
        }
        if (left > 0) {
            restSum = left;
        } else {
            // By rounding alone: draft and target agree, so a refusal had probability 0.
            System.arraycopy(draft, 0, rest, 0, size);
            restSum = draftSum;
        }
        draftSum -= draft[token];
        draft[token] = 0;
    }

    /** Whether the draft's law has anything left to draw. */
    boolean canDraw() {
        return draftSum > 0;
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
