package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.PictureTokenizer;
import dev.specula.training.model.TokenizerShape;
import dev.specula.training.model.Weights;
import dev.specula.training.store.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;

/** Picture tokenizers as runs left them. */
final class TrainedTokenizer {

    private TrainedTokenizer() {}

    /** The tokenizer of the run kept in {@code directory}. */
    static PictureTokenizer load(Path directory, NDManager manager) throws IOException {
        Checkpoint checkpoint = new Checkpoint(directory);
        if (!checkpoint.exists()) {
            throw new IllegalArgumentException(
                    "No checkpoint of a picture tokenizer in %s: train one with \"picture-tokenizer --checkpoints %s\""
                            .formatted(directory, directory));
        }
        Weights weights = new Weights(manager, 0);
        checkpoint.restore(weights, new AdamW(manager, weights), manager);
        return new PictureTokenizer(TokenizerShape.blocks(), weights);
    }
}
