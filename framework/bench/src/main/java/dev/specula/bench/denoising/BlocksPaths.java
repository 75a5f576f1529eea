package dev.specula.bench.denoising;

import dev.specula.blocks.motion.HandPath;
import dev.specula.blocks.motion.Reach;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.denoise.DenoiserSpec;
import java.util.List;

/** Hands that are to reach blocks, for models of such paths. */
public final class BlocksPaths implements DenoisingWorkload {
    @Override
    public boolean fits(DenoiserSpec model) {
        return model.conditions() == Reach.OBSERVED && model.dimension() == HandPath.NUMBERS;
    }

    @Override
    public List<DenoisingTask> tasks(DenoiserSpec model, int count) {
        return ReachTask.of(SeedRange.BENCHMARK, count);
    }
}
