package dev.specula.speech;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/** A copy of the tiny Whisper of the fixtures with something changed. */
final class WhisperCopy {
    private static final String FIXTURE = "/fixtures/whisper/";
    private static final String ROWS = "model.decoder.embed_tokens.weight"; // (tokens, width), the head as well
    private static final String NEVER_SAID = "suppress_tokens";

    private final byte[] weights = bytes("model.safetensors");
    private final JsonObject tokenizer = json("tokenizer.json");
    private final JsonObject generation = json("generation_config.json");

    /** The same model in another vocabulary: what was token {@code i} is token {@code numbers(i)}. Marks keep their numbers. */
    WhisperCopy renumbered(IntUnaryOperator numbers) {
        moveRows(numbers);
        words().entrySet()
                .forEach(word -> word.setValue(
                        new JsonPrimitive(numbers.applyAsInt(word.getValue().getAsInt()))));
        for (String key : List.of(NEVER_SAID, "begin_suppress_tokens")) {
            JsonArray moved = new JsonArray();
            generation.getAsJsonArray(key).forEach(token -> moved.add(numbers.applyAsInt(token.getAsInt())));
            generation.add(key, moved);
        }
        return this;
    }

    /** Another model in the same vocabulary: it says {@code one} where this one says {@code other}, and the other way round. */
    WhisperCopy exchanging(int one, int other) {
        moveRows(token -> token == one ? other : token == other ? one : token);
        return this;
    }

    /** Says words with a space before them and nothing else: a text of these is cut into the tokens that it was said in. */
    WhisperCopy sayingWholeWords() {
        JsonArray never = generation.getAsJsonArray(NEVER_SAID);
        words().entrySet().stream()
                .filter(word -> !word.getKey().matches("Ġ[A-Za-z]+"))
                .forEach(word -> never.add(word.getValue()));
        return this;
    }

    /** The same model, published as one of English alone: it is told neither language nor task. */
    WhisperCopy ofEnglishAlone() {
        generation.addProperty("is_multilingual", false);
        return this;
    }

    /** Writes it to {@code folder} and loads it from there. */
    CausalModel load(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("config.json"), bytes("config.json"));
        Files.write(folder.resolve("model.safetensors"), weights);
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer.toString());
        Files.writeString(folder.resolve("generation_config.json"), generation.toString());
        return CheckpointLoader.load("copy", CheckpointSource.of("file:" + folder, WeightFormat.F32));
    }

    private JsonObject words() {
        return tokenizer.getAsJsonObject("model").getAsJsonObject("vocab");
    }

    private void moveRows(IntUnaryOperator places) {
        byte[] original = weights.clone();
        int header = Math.toIntExact(
                ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN).getLong());
        JsonObject tensor = JsonParser.parseString(new String(original, Long.BYTES, header, StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonObject(ROWS);
        int tokens = tensor.getAsJsonArray("shape").get(0).getAsInt();
        JsonArray ends = tensor.getAsJsonArray("data_offsets");
        int start = Long.BYTES + header + ends.get(0).getAsInt();
        int row = (ends.get(1).getAsInt() - ends.get(0).getAsInt()) / tokens;
        for (int token = 0; token < tokens; token++) {
            System.arraycopy(original, start + token * row, weights, start + places.applyAsInt(token) * row, row);
        }
    }

    private static JsonObject json(String file) {
        return JsonParser.parseString(new String(bytes(file), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    private static byte[] bytes(String file) {
        try (InputStream in = WhisperCopy.class.getResourceAsStream(FIXTURE + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
