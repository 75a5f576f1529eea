package dev.specula.bench.measure;

import java.util.List;

/**
 * How a benchmark goes.
 *
 * @param prompts requests that are answered
 * @param repeats how often all of them are, after once to warm up
 * @param maxNewTokens most tokens of an answer
 * @param seed of the answers and of random tokens
 * @param temperatures each gives a result
 */
public record BenchPlan(int prompts, int repeats, int maxNewTokens, long seed, List<Double> temperatures) {
    /** Checks and copies. */
    public BenchPlan {
        if (prompts < 1 || repeats < 1 || maxNewTokens < 2) {
            throw new IllegalArgumentException(
                    "a benchmark needs at least 1 prompt, 1 repeat and 2 new tokens, but got " + prompts + ", "
                            + repeats + " and " + maxNewTokens + ".");
        }
        temperatures = List.copyOf(temperatures);
    }
}
