package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.scene.TilePatches;
import dev.specula.blocks.scene.TileReader;
import dev.specula.training.data.TileExamples;
import dev.specula.training.model.PictureNetwork;

/** Measures a tile denoiser by its pictures: a program reads shape and colour back. */
final class TilesMeasure {

    private final DenoisingSampler sampler;
    private final TilePatches patches;

    TilesMeasure(PictureNetwork network, int steps, double eta, double guidance, NDManager manager) {
        this.sampler = new DenoisingSampler(new GuidedNetwork(network, guidance), steps, eta, manager);
        this.patches = new TilePatches(network.sizes().patch());
    }

    /**
     * Shares from 0 to 1.
     *
     * @param error mean over the pictures of the square difference from the nearest clean drawing
     */
    record Result(int pictures, double shapes, double colours, double error) {

        @Override
        public String toString() {
            return "of %d pictures shapes %.4f  colours %.4f  error %.4f".formatted(pictures, shapes, colours, error);
        }
    }

    /** {@code count} pictures, shapes and colours in turn, as many at once as there are shapes. */
    Result of(int count, long seed) {
        int choices = TileExamples.SHAPES.size();
        int shapes = 0;
        int colours = 0;
        double error = 0;
        for (int first = 0; first < count; first += choices) {
            int shift = first / choices;
            float[] told = new float[2 * choices];
            for (int shape = 0; shape < choices; shape++) {
                told[2 * shape] = shape;
                told[2 * shape + 1] = (shape + shift) % choices;
            }
            float[] drawn = sampler.draw(told, seed + first);
            for (int shape = 0; shape < choices && first + shape < count; shape++) {
                TileReader.Reading reading = TileReader.read(patches.picture(drawn, shape * TilePatches.NUMBERS));
                shapes += reading.shape() == TileExamples.SHAPES.get(shape) ? 1 : 0;
                colours += reading.colour() == TileExamples.COLOURS.get((shape + shift) % choices) ? 1 : 0;
                error += reading.error();
            }
        }
        return new Result(count, (double) shapes / count, (double) colours / count, error / count);
    }
}
