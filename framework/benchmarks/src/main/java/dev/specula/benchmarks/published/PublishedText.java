package dev.specula.benchmarks.published;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures a published language model in every weight format and writes the results to a file that may hold others. */
public final class PublishedText {
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

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
        JsonObject result = new JsonObject();
        result.addProperty(
                "machine", Runtime.getRuntime().availableProcessors() + " processors " + System.getProperty("os.arch"));
        result.addProperty("repeats", repeats);
        JsonArray formats = new JsonArray();
        JsonObject prompts = new JsonObject();
        for (WeightFormat format : WeightFormat.values()) {
            CheckpointSource source = new CheckpointSource("file:" + checkpoint, format, 512);
            try (CausalModel model = CheckpointLoader.load("target", source)) {
                formats.add(new TextBenchmark(model, repeats).measure());
                prompts = TextBenchmark.prompts(model);
            }
        }
        result.add("formats", formats);
        if (arguments.length > 4) {
            result.add("peers", Peers.measure(Path.of(arguments[3]), Path.of(arguments[4]), checkpoint, prompts));
        }
        JsonObject all = Files.exists(file)
                ? JsonParser.parseString(Files.readString(file)).getAsJsonObject()
                : new JsonObject();
        all.add(String.valueOf(checkpoint.getFileName()), result);
        Files.writeString(file, JSON.toJson(all) + "\n");
    }
}
