package dev.specula.bench.denoising;

import dev.specula.blocks.motion.Demonstrator;
import dev.specula.blocks.motion.HandPath;
import dev.specula.blocks.motion.Outcome;
import dev.specula.blocks.motion.Reach;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.denoise.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A hand is to reach a block; what its path touches is checked. */
record ReachTask(Reach reach) implements DenoisingTask {

    /** Tasks of the first {@code count} scenes of {@code range} that have one. */
    static List<DenoisingTask> of(SeedRange range, int count) {
        List<DenoisingTask> tasks = new ArrayList<>();
        for (long index = 0; tasks.size() < count; index++) {
            long seed = range.seed(index);
            Demonstrator.show(Scenes.scene(seed), new SplittableRandom(seed))
                    .ifPresent(shown -> tasks.add(new ReachTask(shown.task())));
        }
        return tasks;
    }

    @Override
    public Condition condition() {
        return Condition.of(reach.observation());
    }

    @Override
    public Map<String, Double> judge(double[] state) {
        Outcome outcome = Outcome.of(reach, HandPath.ofOffsets(reach, state));
        return Map.of("reached", outcome == Outcome.REACHED ? 1.0 : 0.0);
    }
}
