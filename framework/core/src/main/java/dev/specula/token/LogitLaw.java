package dev.specula.token;

import dev.specula.noise.Law;
import java.util.Arrays;

/**
 * The law that a {@link Sampling} makes of a row of logits. Computes what is asked for: temperature 0 takes no exponential, a
 * race takes a few, probabilities take all, once; top-k selects without sorting. Refilled for each row; allocates what is asked for, when
 * the vocabulary grows. Not thread-safe.
 */
public final class LogitLaw implements Law, LogitRow {
    /** Logits this far below the highest have a probability that rounding loses: exp(-745) is 0. */
    private static final double NEGLIGIBLE = -745;

    /** More than rounding takes from a sum of weights. */
    private static final double ROUNDING = 1e-6;

    private float[] logits = new float[0]; // (vocabulary,) after the penalty
    private double[] probs = new double[0]; // (vocabulary,) by token; 0 outside the support
    private int[] support = new int[1]; // (supportSize,) ascending
    private float[] scratch = new float[0]; // (vocabulary,)
    private int[] order = new int[0]; // (vocabulary,) scratch
    private int size;
    private int supportSize;
    private int mode;
    private double temperature;
    private boolean weighed; // whether probs and unit are of this row
    private double unit; // what the entries of probs add up to

    /** The row to fill in before {@link #shape}: {@code vocabulary} logits, in place. */
    public float[] row(int vocabulary) {
        if (logits.length != vocabulary) {
            logits = new float[vocabulary];
        }
        size = vocabulary;
        return logits;
    }

    /** Applies the repetition penalty to {@code token}, once for each token that occurred. */
    void penalise(int token, double penalty) {
        float logit = logits[token];
        logits[token] = (float) (logit > 0 ? logit / penalty : logit * penalty);
    }

    @Override
    public void only(int from, int to) {
        without(0, from);
        without(to, size);
    }

    @Override
    public void without(int from, int to) {
        Arrays.fill(logits, from, to, Float.NEGATIVE_INFINITY);
    }

    @Override
    public float highest(int from, int to) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int token = from; token < to; token++) {
            if (logits[token] > highest) { // a comparison is predicted; Math.max waits for the one before
                highest = logits[token];
            }
        }
        return highest;
    }

    @Override
    public boolean outweigh(int from, int to, float logit) {
        float highest = highest(from, to);
        if (highest > logit) {
            return true;
        }
        double behind = logit - (double) highest;
        if (highest == Float.NEGATIVE_INFINITY || behind > Math.log(to - from) + ROUNDING) {
            return false;
        }
        return Math.log(weight(from, to, highest)) > behind;
    }

    /** What the tokens from {@code from} to {@code to} weigh together, in units of a token of logit {@code one}. */
    private double weight(int from, int to, float one) {
        double sum = 0;
        for (int token = from; token < to; token++) {
            sum += Math.exp(logits[token] - (double) one);
        }
        return sum;
    }

    /**
     * Takes out the tokens whose value in {@code seen}, shape {@code (vocabulary,)}, is lower by more than {@code range} than the
     * highest one of a token that is left.
     */
    void keepWithin(float[] seen, double range) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int token = 0; token < size; token++) {
            if (logits[token] != Float.NEGATIVE_INFINITY) {
                highest = Math.max(highest, seen[token]);
            }
        }
        for (int token = 0; token < size; token++) {
            if (seen[token] < highest - range) {
                logits[token] = Float.NEGATIVE_INFINITY;
            }
        }
    }

    /** Makes the law of the row. Tokens that were taken out of it have no probability and no place in the support. */
    public void shape(Sampling sampling) {
        mode = highest();
        if (logits[mode] == Float.NEGATIVE_INFINITY) {
            throw new IllegalStateException(
                    "A row must keep at least one token, but all " + size + " were taken out; correct the grammar.");
        }
        if (sampling.temperature() == 0) {
            support[0] = mode;
            supportSize = 1;
            return;
        }
        support = support.length < size ? new int[size] : support;
        temperature = sampling.temperature();
        weighed = false;
        select(sampling.topK());
        if (sampling.topP() < 1) {
            cutTail(sampling.topP());
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double prob(int token) {
        if (supportSize == 1) {
            return token == support[0] ? 1 : 0;
        }
        weigh();
        return probs[token] / unit;
    }

    @Override
    public double weight(int token) {
        if (supportSize == 1) {
            return 1;
        }
        return weighed ? probs[token] : exponential(token);
    }

    @Override
    public double weightAtMost(int token) {
        if (supportSize == 1) {
            return 1;
        }
        double below = (logits[mode] - (double) logits[token]) / temperature;
        // exp(x) >= 1 + x + x^2/2 + x^3/6 for x >= 0; the excess covers what rounding takes from either side.
        return 1.000_000_001 / (1 + below * (1 + below * (1 / 2.0 + below * (1 / 6.0))));
    }

    @Override
    public int mode() {
        return mode;
    }

    @Override
    public int support() {
        return supportSize;
    }

    @Override
    public int supported(int index) {
        return support[index];
    }

    @Override
    public double certainty() {
        return 1 / weight(0, size, logits[mode]);
    }

    @Override
    public double certaintyAtLeast() {
        float second = Float.NEGATIVE_INFINITY;
        for (int token = 0; token < size; token++) {
            if (logits[token] > second && token != mode) {
                second = logits[token];
            }
        }
        // As if all others were as likely as the second.
        return (1 - ROUNDING) / (1 + (size - 1) * Math.exp(second - (double) logits[mode]));
    }

    @Override
    public int likeliest(int count, int[] into) {
        int found = 0;
        for (int token = 0; token < size; token++) {
            int place = found;
            while (place > 0 && logits[token] > logits[into[place - 1]]) {
                place--;
            }
            if (place == count || logits[token] == Float.NEGATIVE_INFINITY) {
                continue;
            }
            System.arraycopy(into, place, into, place + 1, Math.min(found, count - 1) - place);
            into[place] = token;
            found = Math.min(found + 1, count);
        }
        return found;
    }

    private int highest() {
        int best = 0;
        float highest = logits[0];
        for (int token = 1; token < size; token++) {
            if (logits[token] > highest) { // read from the row again it would wait for a check of its bounds
                highest = logits[token];
                best = token;
            }
        }
        return best;
    }

    /** Supports the {@code topK} tokens with the highest logits, ties to the lower token. */
    private void select(int topK) {
        if (topK == 0 || topK >= size) {
            supportSize = 0;
            for (int token = 0; token < size; token++) {
                if (logits[token] != Float.NEGATIVE_INFINITY) {
                    support[supportSize++] = token;
                }
            }
            return;
        }
        scratch = scratch.length < size ? new float[size] : scratch;
        System.arraycopy(logits, 0, scratch, 0, size);
        float lowest = Selection.kthHighest(scratch, size, topK);
        int ties = lowest == Float.NEGATIVE_INFINITY ? 0 : topK;
        for (int token = 0; token < size; token++) {
            if (logits[token] > lowest) {
                ties--;
            }
        }
        supportSize = 0;
        for (int token = 0; token < size; token++) {
            if (logits[token] > lowest || (logits[token] == lowest && ties-- > 0)) {
                support[supportSize++] = token;
            }
        }
    }

    /** Computes all weights and what they add up to, unless that was done for this row. */
    private void weigh() {
        if (weighed) {
            return;
        }
        probs = probs.length < size ? new double[size] : probs;
        Arrays.fill(probs, 0);
        unit = 0;
        for (int index = 0; index < supportSize; index++) {
            int token = support[index];
            probs[token] = exponential(token);
            unit += probs[token];
        }
        weighed = true;
    }

    private double exponential(int token) {
        double exponent = (logits[token] - (double) logits[mode]) / temperature;
        return exponent > NEGLIGIBLE ? Math.exp(exponent) : 0;
    }

    /** Drops the unlikeliest tokens as long as the others reach {@code topP}; the token that reaches it stays. */
    private void cutTail(double topP) {
        weigh();
        order = order.length < supportSize ? new int[size] : order;
        System.arraycopy(support, 0, order, 0, supportSize);
        int last = Selection.lastOfNucleus(order, supportSize, logits, probs, topP * unit);
        int remaining = 0;
        unit = 0;
        for (int index = 0; index < supportSize; index++) {
            int token = support[index];
            if (Selection.comesAfter(token, last, logits)) {
                probs[token] = 0;
            } else {
                support[remaining++] = token;
                unit += probs[token];
            }
        }
        supportSize = remaining;
    }
}
