package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.PictureTokenizer;
import dev.specula.training.model.TokenizerShape;
import dev.specula.training.model.Weights;
import dev.specula.training.store.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;

/** A picture tokenizer as a run left it. */
record TrainedTokenizer(PictureTokenizer tokenizer, Weights weights) {

    /** The tokenizer of the run kept in {@code directory}. */
    static TrainedTokenizer load(Path directory, NDManager manager) throws IOException {
        Checkpoint checkpoint = new Checkpoint(directory);
        if (!checkpoint.exists()) {
            throw new IllegalArgumentException(
                    "No checkpoint of a picture tokenizer in %s: train one with \"picture-tokenizer --checkpoints %s\""
                            .formatted(directory, directory));
        }
        Weights weights = new Weights(manager, 0);
        checkpoint.restore(weights, new AdamW(manager, weights), manager);
        return new TrainedTokenizer(new PictureTokenizer(TokenizerShape.blocks(), weights), weights);
    }
}
