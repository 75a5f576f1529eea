package dev.specula.testkit;

import dev.specula.noise.Law;
import dev.specula.token.Sampling;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A law that is a list of probabilities, made straight from the formula: the slow twin of the kernel's. Immutable. */
public final class PlainLaw implements Law {
    private final double[] probs;

    private PlainLaw(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        this.probs = Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** The law in proportion to {@code weights}, one for each token. */
    public static PlainLaw of(double... weights) {
        return new PlainLaw(weights);
    }

    /** A copy of {@code law}, which outlives its owner's next pass. */
    public static PlainLaw copyOf(Law law) {
        return new PlainLaw(
                IntStream.range(0, law.size()).mapToDouble(law::prob).toArray());
    }

    /** The law that {@code sampling} makes of {@code logits}, {@code occurred} telling the tokens that are penalised. */
    public static PlainLaw of(float[] logits, IntPredicate occurred, Sampling sampling) {
        int size = logits.length;
        float[] penalised = logits.clone();
        for (int token = 0; token < size; token++) {
            if (occurred.test(token)) {
                double penalty = sampling.repetitionPenalty();
                penalised[token] = (float) (logits[token] > 0 ? logits[token] / penalty : logits[token] * penalty);
            }
        }
        // Subtracted from 0, not negated: the two zeros are one logit.
        List<Integer> ranked = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(token -> 0.0 - penalised[token])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        double[] weights = new double[size];
        if (sampling.temperature() == 0) {
            weights[ranked.get(0)] = 1;
            return new PlainLaw(weights);
        }
        int most = sampling.topK() == 0 ? size : Math.min(sampling.topK(), size);
        double highest = penalised[ranked.get(0)];
        double sum = 0;
        for (int token : ranked.subList(0, most)) {
            weights[token] = Math.exp((penalised[token] - highest) / sampling.temperature());
            sum += weights[token];
        }
        double reached = 0;
        for (int token : ranked) {
            if (sampling.topP() < 1 && reached >= sampling.topP() * sum) {
                weights[token] = 0;
            }
            reached += weights[token];
        }
        return new PlainLaw(weights);
    }

    static double[] softmax(float[] logits) {
        return of(logits, token -> false, Sampling.at(1, 0)).probs;
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
    public String toString() {
        return Arrays.toString(probs);
    }
}
