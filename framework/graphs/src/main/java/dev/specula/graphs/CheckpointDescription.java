package dev.specula.graphs;

import dev.specula.model.ChatTemplate;
import dev.specula.model.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the files beside the weights say of a model.
 *
 * @param folder where they are
 * @param json its config.json
 */
record CheckpointDescription(CheckpointFolder folder, JsonConfig json) {
    static CheckpointDescription of(CheckpointFolder folder) {
        return new CheckpointDescription(
                folder, JsonConfig.parse("config.json of \"" + folder.location() + "\"", folder.text("config.json")));
    }

    /** The tokens, for weights of {@code rows} of them. */
    Vocabulary vocabulary(int rows) {
        return TokenizerVocabulary.of(folder, rows);
    }

    /** How a conversation is written; null if nothing says so. */
    @Nullable
    ChatTemplate chatTemplate() {
        return CheckpointChat.of(folder);
    }

    /** Tokens after which answers end. The generation configuration counts where there is one. */
    List<Integer> endTokens() {
        JsonConfig generation = generationConfig();
        int[] ends = (generation.has("eos_token_id") ? generation : json).integers("eos_token_id");
        for (String part : List.of("text_config", "decoder")) {
            if (ends.length == 0 && json.has(part)) {
                ends = json.section(part).integers("eos_token_id");
            }
        }
        return Arrays.stream(ends).boxed().toList();
    }

    /** How inputs are prepared, by file. */
    Map<String, String> configurations() {
        String file = "preprocessor_config.json";
        return folder.has(file) ? Map.of(file, folder.text(file)) : Map.of();
    }

    /** Whole numbers that are said of how answers are generated, by key. */
    Map<String, List<Integer>> generation() {
        return generationConfig().wholeNumbers();
    }

    private JsonConfig generationConfig() {
        String file = "generation_config.json";
        return JsonConfig.parse(
                file + " of \"" + folder.location() + "\"", folder.has(file) ? folder.text(file) : "{}");
    }
}
