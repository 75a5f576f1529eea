package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.DecoderShape;
import dev.specula.training.model.TargetModel;
import dev.specula.training.model.VisionShape;
import dev.specula.training.model.Weights;
import dev.specula.training.store.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A target as a run left it.
 *
 * @param step after which it was left
 */
record TrainedTarget(TargetModel model, Weights weights, long step) {

    /** The target of the run kept in {@code directory}. */
    static TrainedTarget load(Path directory, BlocksTokenizer tokenizer, NDManager manager) throws IOException {
        Checkpoint checkpoint = new Checkpoint(directory);
        if (!checkpoint.exists()) {
            throw new IllegalArgumentException(
                    "No checkpoint of a target in %s: train one with \"target --checkpoints %s\""
                            .formatted(directory, directory));
        }
        Weights weights = new Weights(manager, 0);
        TargetModel model =
                new TargetModel(VisionShape.target(), DecoderShape.target(tokenizer.paddedSize()), weights, manager);
        long step = checkpoint.restore(weights, new AdamW(manager, weights), manager);
        return new TrainedTarget(model, weights, step);
    }
}
