package dev.specula.benchmarks.published;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of results that other commands and other models write to as well: what is not measured anew stays. */
final class ResultFile {
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Path file;

    ResultFile(Path file) {
        this.file = file;
    }

    /** A result that says on what kind of machine it was measured, and how often. */
    static JsonObject start(int repeats) {
        JsonObject result = new JsonObject();
        result.addProperty(
                "machine", Runtime.getRuntime().availableProcessors() + " processors " + System.getProperty("os.arch"));
        result.addProperty("repeats", repeats);
        return result;
    }

    /** Puts {@code result} where {@code model} has stood so far, at the top of the file. */
    void put(String model, JsonObject result) throws IOException {
        JsonObject all = read();
        all.add(model, result);
        Files.writeString(file, JSON.toJson(all) + "\n");
    }

    /** Puts {@code result} where {@code model} has stood so far, under {@code section} of the file. */
    void put(String section, String model, JsonObject result) throws IOException {
        JsonObject all = read();
        JsonObject models = all.has(section) ? all.getAsJsonObject(section) : new JsonObject();
        models.add(model, result);
        all.add(section, models);
        Files.writeString(file, JSON.toJson(all) + "\n");
    }

    private JsonObject read() throws IOException {
        return Files.exists(file)
                ? JsonParser.parseString(Files.readString(file)).getAsJsonObject()
                : new JsonObject();
    }
}
