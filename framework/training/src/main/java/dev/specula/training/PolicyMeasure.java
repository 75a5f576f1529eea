package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.motion.Demonstrator;
import dev.specula.blocks.motion.HandPath;
import dev.specula.blocks.motion.Outcome;
import dev.specula.blocks.motion.Reach;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.training.model.PolicyNetwork;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Measures a policy by what its paths do: a program judges each. */
final class PolicyMeasure {

    private final DenoisingSampler sampler;

    PolicyMeasure(PolicyNetwork network, int steps, NDManager manager) {
        this.sampler = new DenoisingSampler(network, steps, 1, manager);
    }

    /** How many paths ended in which way. */
    record Result(Map<Outcome, Integer> outcomes) {

        double success() {
            int all = outcomes.values().stream().mapToInt(Integer::intValue).sum();
            return (double) outcomes.getOrDefault(Outcome.REACHED, 0) / all;
        }

        @Override
        public String toString() {
            return "success %.4f %s".formatted(success(), outcomes);
        }
    }

    /** One path for the task of each of the first {@code count} scenes of {@code range} that have one. */
    Result of(SeedRange range, int count) {
        List<Reach> tasks = tasks(range, count);
        float[] observed = new float[count * Reach.OBSERVED];
        for (int index = 0; index < count; index++) {
            System.arraycopy(tasks.get(index).observation(), 0, observed, index * Reach.OBSERVED, Reach.OBSERVED);
        }
        float[] said = sampler.draw(observed, range.first());
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int index = 0; index < count; index++) {
            double[] offsets = new double[HandPath.NUMBERS];
            for (int number = 0; number < offsets.length; number++) {
                offsets[number] = said[index * HandPath.NUMBERS + number];
            }
            Reach task = tasks.get(index);
            outcomes.merge(Outcome.of(task, HandPath.ofOffsets(task, offsets)), 1, Integer::sum);
        }
        return new Result(outcomes);
    }

    private static List<Reach> tasks(SeedRange range, int count) {
        List<Reach> tasks = new ArrayList<>();
        for (long index = 0; tasks.size() < count; index++) {
            long seed = range.seed(index);
            Demonstrator.show(Scenes.scene(seed), new SplittableRandom(seed))
                    .ifPresent(shown -> tasks.add(shown.task()));
        }
        return tasks;
    }
}
