package dev.specula.graphs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.specula.graphs.chat.JinjaChatTemplate;
import dev.specula.model.ChatTemplate;
import dev.specula.model.ModelLoadException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the chat template of a checkpoint: a file of its own, or a key of the tokenizer's configuration. */
final class CheckpointChat {
    private static final String CONFIG = "tokenizer_config.json";
    private static final String FILE = "chat_template.jinja";
    private static final String KEY = "chat_template";

    private CheckpointChat() {}

    /** The template; null if the checkpoint has none. */
    static @Nullable ChatTemplate of(CheckpointFolder folder) {
        JsonObject config = folder.has(CONFIG) ? parse(folder, CONFIG) : new JsonObject();
        String template = folder.has(FILE) ? folder.text(FILE) : text(config.get(KEY));
        if (template == null && folder.has("chat_template.json")) {
            template = text(parse(folder, "chat_template.json").get(KEY));
        }
        return template == null ? null : JinjaChatTemplate.of(template, specialTokens(config));
    }

    private static JsonObject parse(CheckpointFolder folder, String file) {
        try {
            return JsonParser.parseString(folder.text(file)).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new ModelLoadException(file + " of \"" + folder.location() + "\" must be a JSON object.", e);
        }
    }

    /** One template, or several by name of which {@code default} is for conversations. */
    private static @Nullable String text(@Nullable JsonElement value) {
        if (value == null || value.isJsonNull()) {
            return null;
        }
        if (value.isJsonPrimitive()) {
            return value.getAsString();
        }
        for (JsonElement each : value.isJsonArray() ? value.getAsJsonArray().asList() : List.of(value)) {
            if (each instanceof JsonObject named
                    && named.get("name") instanceof JsonPrimitive name
                    && name.getAsString().equals("default")
                    && named.get("template") instanceof JsonPrimitive template) {
                return template.getAsString();
            }
        }
        return null;
    }

    /** {@code bos_token} and the like; each is a text, or an object with its content. */
    private static Map<String, String> specialTokens(JsonObject config) {
        Map<String, String> tokens = new HashMap<>();
        config.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("_token"))
                .forEach(entry -> {
                    JsonElement token = entry.getValue();
                    JsonElement content =
                            token.isJsonObject() ? token.getAsJsonObject().get("content") : token;
                    if (content != null
                            && content.isJsonPrimitive()
                            && content.getAsJsonPrimitive().isString()) {
                        tokens.put(entry.getKey(), content.getAsString());
                    }
                });
        return tokens;
    }
}
