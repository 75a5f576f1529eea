package dev.specula.testkit;

import dev.specula.noise.Noise;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Distributions of what experiments give, computed and not sampled. */
public final class Outcomes {
    private Outcomes() {}

    /**
     * The probability of each outcome of {@code experiment}, which is run once for each way its questions to the noise can be
     * answered. It must take its chance from the noise alone.
     */
    public static <T> Map<T, Double> of(Function<Noise, T> experiment) {
        ForkingNoise noise = new ForkingNoise();
        Map<T, Double> law = new HashMap<>();
        do {
            T outcome = experiment.apply(noise);
            law.merge(outcome, noise.probability(), Double::sum);
        } while (noise.next());
        return law;
    }

    /** The distribution of what follows from an outcome: {@code law} with each outcome replaced by its own distribution. */
    public static <T, U> Map<U, Double> then(Map<T, Double> law, Function<T, Map<U, Double>> next) {
        Map<U, Double> result = new HashMap<>();
        law.forEach((outcome, prob) ->
                next.apply(outcome).forEach((after, given) -> result.merge(after, prob * given, Double::sum)));
        return result;
    }

    /** Total variation between two distributions, in [0, 1]. */
    public static <T> double distance(Map<T, Double> one, Map<T, Double> other) {
        Set<T> outcomes = new HashSet<>(one.keySet());
        outcomes.addAll(other.keySet());
        double sum = 0;
        for (T outcome : outcomes) {
            sum += Math.abs(one.getOrDefault(outcome, 0.0) - other.getOrDefault(outcome, 0.0));
        }
        return sum / 2;
    }
}
