package dev.specula.bench.denoising;

import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.TilePatches;
import dev.specula.blocks.scene.TileReader;
import dev.specula.denoise.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A picture of one block is to be drawn; its shape and colour are read back. */
record TileTask(int shape, int colour) implements DenoisingTask {
    private static final List<BlockShape> SHAPES = List.of(BlockShape.values());
    private static final List<BlockColour> COLOURS = List.of(BlockColour.values());
    private static final TilePatches PATCHES = new TilePatches(4);

    /** {@code count} pictures, so that every shape and every colour comes up equally often. */
    static List<DenoisingTask> of(int count) {
        List<DenoisingTask> tasks = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            int shape = index % SHAPES.size();
            tasks.add(new TileTask(shape, (shape + index / SHAPES.size()) % COLOURS.size()));
        }
        return tasks;
    }

    @Override
    public Condition condition() {
        return Condition.of(shape, colour);
    }

    @Override
    public Map<String, Double> judge(double[] state) {
        float[] numbers = new float[state.length];
        for (int i = 0; i < state.length; i++) {
            numbers[i] = (float) state[i];
        }
        TileReader.Reading reading = TileReader.read(PATCHES.picture(numbers, 0));
        return Map.of(
                "shape", reading.shape() == SHAPES.get(shape) ? 1.0 : 0.0,
                "colour", reading.colour() == COLOURS.get(colour) ? 1.0 : 0.0,
                "error", reading.error());
    }
}
