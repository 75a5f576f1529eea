package dev.specula.bench.workload;

import dev.specula.plan.Prompts;
import dev.specula.token.Sampling;

/** One request to a pipeline. */
@FunctionalInterface
public interface Task {
    /**
     * The prompts, made anew at each call with all that a user's request costs (a picture is encoded each time), because that
     * time counts.
     */
    Prompts prompts();

    /** How tokens of the answer are drawn at {@code temperature}. */
    default Sampling sampling(double temperature, long seed) {
        return Sampling.at(temperature, seed);
    }
}
