package dev.specula.training.store;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import dev.specula.training.model.TokenizerShape;
import dev.specula.training.model.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A finished picture tokenizer as a folder: its weights in half precision, and their sizes. */
public final class PictureTokenizerFolder {

    private PictureTokenizerFolder() {}

    /** Writes {@code folder}, of its own or inside that of the model that draws. */
    public static void write(Path folder, Weights weights, TokenizerShape shape) throws IOException {
        Files.createDirectories(folder);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Map<String, NDArray> published = Separated.withoutTeachers(weights.arrays());
            Safetensors.write(folder.resolve("model.safetensors"), published, DataType.FLOAT16, Map.of("format", "pt"));
        }
        Configuration.write(folder.resolve("config.json"), Configuration.pictureTokenizer(shape));
        Configuration.write(folder.resolve("manifest.json"), Configuration.manifest("role", "picture-tokenizer"));
    }
}
