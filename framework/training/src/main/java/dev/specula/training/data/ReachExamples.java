package dev.specula.training.data;

import dev.specula.blocks.motion.Demonstrator;
import dev.specula.blocks.motion.HandPath;
import dev.specula.blocks.motion.Reach;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Demonstrated paths over the scenes of a range; {@link #FROM_A_SCENE} tasks in each, since drawing a scene costs more. */
public final class ReachExamples implements Examples {

    private static final int FROM_A_SCENE = 16;

    private final SeedRange range;

    public ReachExamples(SeedRange range) {
        this.range = range;
    }

    @Override
    public int numbers() {
        return HandPath.NUMBERS;
    }

    @Override
    public int conditions() {
        return Reach.OBSERVED;
    }

    @Override
    public void write(long first, int count, float[] clean, float[] condition, RandomGenerator random) {
        long index = first;
        for (int written = 0; written < count; index++) {
            Scene scene = Scenes.scene(range.seed(index % range.size()));
            for (int task = 0; task < FROM_A_SCENE && written < count; task++) {
                Optional<Demonstrator.Demonstration> shown = Demonstrator.show(scene, random);
                if (shown.isEmpty()) {
                    break;
                }
                double[] offsets = shown.get().path().offsets();
                for (int number = 0; number < offsets.length; number++) {
                    clean[written * HandPath.NUMBERS + number] = (float) offsets[number];
                }
                float[] observation = shown.get().task().observation();
                System.arraycopy(observation, 0, condition, written * Reach.OBSERVED, Reach.OBSERVED);
                written++;
            }
        }
    }
}
