package dev.specula.bench.denoising;

import dev.specula.blocks.scene.TilePatches;
import dev.specula.denoise.DenoiserSpec;
import java.util.List;

/** Pictures of one block by shape and colour, for models of such pictures. */
public final class BlocksTiles implements DenoisingWorkload {
    private static final int CONDITIONS = 2; // shape and colour

    @Override
    public boolean fits(DenoiserSpec model) {
        return model.conditions() == CONDITIONS && model.dimension() == TilePatches.NUMBERS;
    }

    @Override
    public List<DenoisingTask> tasks(DenoiserSpec model, int count) {
        return TileTask.of(count);
    }
}
