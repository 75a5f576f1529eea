package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import dev.specula.onnx.CodeDecoderShape;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

/** What makes pictures of a model's codes: the folder {@code picture-tokenizer} inside the model's own. */
record PictureDecoder(String configuration, PictureDecoderConfig config, WeightBytes bytes, Weights weights) {
    static final String CODEBOOK = "codebook.weight";

    private static final String FOLDER = "picture-tokenizer/";
    private static final String CONFIG = FOLDER + "config.json";
    private static final String WEIGHTS = FOLDER + "model.safetensors";

    /** That of {@code folder}, if its model draws. */
    static Optional<PictureDecoder> in(CheckpointFolder folder) {
        if (!folder.has(CONFIG)) {
            return Optional.empty();
        }
        if (!folder.has(WEIGHTS)) {
            throw new ModelLoadException(
                    "\"" + folder.location() + "\" has " + CONFIG + ", so it must have " + WEIGHTS + " too.");
        }
        String configuration = folder.text(CONFIG);
        JsonConfig json = JsonConfig.parse(CONFIG + " of \"" + folder.location() + "\"", configuration);
        try {
            WeightBytes bytes = folder.weights(WEIGHTS);
            return Optional.of(new PictureDecoder(
                    configuration, PictureDecoderConfig.read(json), bytes, SafetensorsFile.open(bytes)));
        } catch (IOException e) {
            throw new ModelLoadException("Could not read " + WEIGHTS + " of \"" + folder.location() + "\".", e);
        }
    }

    CodeDecoderShape shape() {
        float[] codebook = weights.read(CODEBOOK, config.codes(), config.width());
        return new CodeDecoderShape(
                List.of(config.side(), config.side()),
                List.of(3, config.imageSize(), config.imageSize()),
                config.width(),
                FloatBuffer.wrap(codebook));
    }

    WrittenGraph graph() {
        return PictureDecoderGraph.write(config, weights);
    }
}
