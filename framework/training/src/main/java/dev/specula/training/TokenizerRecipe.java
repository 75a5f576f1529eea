package dev.specula.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.training.data.DrawingLesson;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.CodebookAverages;
import dev.specula.training.model.Ops;
import dev.specula.training.model.PictureTokenizer;
import dev.specula.training.model.TokenizerShape;
import dev.specula.training.model.Weights;
import java.util.Arrays;
import java.util.Random;

/** Teaches a picture tokenizer: one step at a time, its batch and learning rate functions of the step. */
final class TokenizerRecipe {

    private static final double RATE = 1e-3;
    private static final double COMMITMENT = 0.25; // of the encoder to the codes it is given
    private static final int REVIVE_EVERY = 10;
    private static final double REVIVE_UNTIL = 0.6; // share of the steps: then the codes hold still for the decoder

    private final long steps;
    private final int pictures;
    private final Weights weights;
    private final AdamW optimiser;
    private final PictureTokenizer tokenizer;
    private final CodebookAverages averages;
    private final Schedule schedule;

    TokenizerRecipe(long seed, long steps, int pictures, TokenizerShape shape, NDManager manager) {
        this.steps = steps;
        this.pictures = pictures;
        this.weights = new Weights(manager, seed);
        this.optimiser = new AdamW(manager, weights);
        this.tokenizer = new PictureTokenizer(shape, weights);
        this.averages = new CodebookAverages(tokenizer, weights);
        this.schedule = new Schedule(steps, RATE);
    }

    /**
     * What a step showed.
     *
     * @param error mean absolute error of a channel, of 2
     * @param revived codes that stood for nothing and were given a vector
     * @param norm of the gradient before clipping
     */
    record Report(double error, int revived, double norm) {}

    Weights weights() {
        return weights;
    }

    AdamW optimiser() {
        return optimiser;
    }

    PictureTokenizer tokenizer() {
        return tokenizer;
    }

    /** The pixels of {@code step}; called on a thread of its own. */
    float[] batch(long step) {
        return DrawingLesson.pixels(DrawingLesson.scenes(SeedRange.TRAINING, step * pictures, pictures));
    }

    /** One step; {@code step} counts from 0. */
    Report step(long step, float[] pixels) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            TokenizerShape shape = tokenizer.shape();
            NDArray patches = tokenizer.patches(Feed.pixels(pixels, pictures, weights.manager()));
            int revived = 0;
            if ((step == 0 || step % REVIVE_EVERY == REVIVE_EVERY - 1) && step <= REVIVE_UNTIL * steps) {
                NDArray vectors = tokenizer.vectors(patches).reshape(-1, shape.width());
                NDArray misses = tokenizer
                        .distances(vectors)
                        .min(new int[] {1})
                        .add(vectors.square().sum(new int[] {1}));
                revived = averages.revive(vectors, misses, new Random(step));
            }
            NDArray vectors;
            NDArray codes;
            NDArray error;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                vectors = tokenizer.vectors(patches);
                codes = tokenizer.distances(vectors.reshape(-1, shape.width())).argMin(1);
                NDArray served = Ops.rowsOf(tokenizer.codebook(), codes)
                        .reshape(vectors.getShape())
                        .stopGradient();
                // Straight through: the decoder's gradient reaches the encoder as if nothing was rounded.
                NDArray painted =
                        tokenizer.painted(vectors.add(served.sub(vectors).stopGradient()));
                NDArray missed = painted.sub(patches);
                error = missed.abs().mean();
                NDArray commitment = vectors.sub(served).square().mean();
                collector.backward(error.add(missed.square().mean()).add(commitment.mul(COMMITMENT)));
            }
            averages.learn(vectors.stopGradient().reshape(-1, shape.width()), codes);
            double norm = optimiser.step(step + 1, name -> CodebookAverages.keeps(name) ? 0 : schedule.rate(step));
            return new Report(error.getFloat(), revived, norm);
        }
    }

    /**
     * How well pictures come back.
     *
     * @param error mean absolute error of a channel, 0 to 255
     * @param worst the mean of the worst pixel of each picture, 0 to 255
     * @param used codes in use
     */
    record Fidelity(double error, double worst, int used) {

        @Override
        public String toString() {
            return "error %.2f of 255, worst pixel %.0f, %d codes in use".formatted(error, worst, used);
        }
    }

    /** Measures on {@code count} pictures nothing learns from. */
    Fidelity fidelity(int count) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            float[] drawn = DrawingLesson.pixels(DrawingLesson.scenes(SeedRange.VALIDATION, 0, count));
            NDArray pixels = Feed.pixels(drawn, count, weights.manager());
            NDArray codes = tokenizer.codes(pixels);
            NDArray painted = tokenizer.painted(Ops.rowsOf(tokenizer.codebook(), codes));
            NDArray missed =
                    painted.sub(tokenizer.patches(pixels)).abs().mul(127.5).reshape(count, -1);
            return new Fidelity(
                    missed.mean().getFloat(),
                    missed.max(new int[] {1}).mean().getFloat(),
                    Math.toIntExact(
                            Arrays.stream(codes.toLongArray()).distinct().count()));
        }
    }
}
