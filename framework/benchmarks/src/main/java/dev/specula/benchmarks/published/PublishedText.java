package dev.specula.benchmarks.published;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a published language model in every weight format, and each GGUF file beside it as it is stored, and writes the results
 * to a file that may hold others.
 */
public final class PublishedText {
    private static final int CONTEXT = 512;

    private PublishedText() {}

    /**
     * Arguments: the folder of the checkpoint, the file to write, the number of repeats, and, to measure other programs too, a
     * Python interpreter and the script {@code peers/text.py}.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException(
                    "Required: CHECKPOINT-FOLDER RESULT-FILE [REPEATS [PYTHON PEERS-SCRIPT]].");
        }
        Path checkpoint = Path.of(arguments[0]);
        Path file = Path.of(arguments[1]);
        int repeats = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        JsonObject result = ResultFile.start(repeats);
        JsonArray formats = new JsonArray();
        JsonObject prompts = new JsonObject();
        Likeness likeness = null;
        for (CheckpointSource source : sources(checkpoint)) {
            try (CausalModel model = CheckpointLoader.load("target", source)) {
                JsonObject measured = new JsonObject();
                measured.addProperty("file", lastName(source.location()));
                new TextBenchmark(model, repeats).measure().asMap().forEach(measured::add);
                if (likeness == null) {
                    likeness = new Likeness(model);
                }
                measured.add("likeness", likeness.of(model));
                formats.add(measured);
                prompts = TextBenchmark.prompts(model);
            }
        }
        result.add("formats", formats);
        ResultFile results = new ResultFile(file);
        String name = String.valueOf(checkpoint.getFileName());
        results.put(name, result); // before others are measured, which may fail
        if (arguments.length > 4) {
            result.add("peers", Peers.measure(Path.of(arguments[3]), Path.of(arguments[4]), checkpoint, prompts));
            results.put(name, result);
        }
    }

    private static String lastName(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** The folder in 32-bit floats and in the formats that round it anew, then its GGUF files with their own codes. */
    private static List<CheckpointSource> sources(Path checkpoint) throws IOException {
        List<CheckpointSource> sources = new ArrayList<>();
        for (WeightFormat format : List.of(WeightFormat.F32, WeightFormat.RI8, WeightFormat.INT4)) {
            sources.add(new CheckpointSource("file:" + checkpoint, format, CONTEXT));
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(checkpoint, "*.gguf")) {
            for (Path file : files) {
                sources.add(new CheckpointSource("file:" + file, WeightFormat.STORED, CONTEXT));
            }
        }
        return sources;
    }
}
