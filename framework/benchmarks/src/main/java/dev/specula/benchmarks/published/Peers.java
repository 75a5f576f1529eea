package dev.specula.benchmarks.published;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Other programs on the same files, measured by {@code peers/text.py} with whichever of their packages are installed. */
final class Peers {
    private Peers() {}

    /**
     * Runs the script and returns what it measured, by program.
     *
     * @param python the interpreter whose packages are tried
     * @param script the script
     * @param checkpoint the folder of the model
     * @param prompts what is asked, as ids
     */
    static JsonObject measure(Path python, Path script, Path checkpoint, JsonObject prompts)
            throws IOException, InterruptedException {
        Path asked = Files.createTempFile("specula-prompts", ".json");
        try {
            Files.writeString(asked, prompts.toString());
            Process process = new ProcessBuilder(
                            List.of(python.toString(), script.toString(), checkpoint.toString(), asked.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(
                        script + " ended with " + process.exitValue() + "; its messages stand above: run it alone.");
            }
            return JsonParser.parseString(out).getAsJsonObject();
        } finally {
            Files.delete(asked);
        }
    }
}
