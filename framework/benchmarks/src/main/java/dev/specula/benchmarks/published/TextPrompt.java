package dev.specula.benchmarks.published;

import dev.specula.model.CausalModel;
import dev.specula.model.ChatMessage;
import dev.specula.model.ChatTemplate;
import dev.specula.model.ModelLoadException;
import java.util.List;

/** What the model is asked, written by its own chat template. */
enum TextPrompt {
    /** A paragraph to copy: lookup finds nearly all of the answer in the question. */
    COPY("Repeat the following paragraph word for word, and write nothing else.\n\n"
            + "The old lighthouse stands on a cliff above the northern bay. Every evening the keeper climbs two"
            + " hundred and twelve steps, cleans the glass, and lights the lamp before the fishing boats return. In"
            + " winter the wind is so strong that he ties a rope around his waist. His daughter counts the boats from"
            + " the kitchen window, and writes their names in a blue book."),
    /** A story nobody told before: lookup finds little. */
    STORY("Write a short story about a young gardener who finds a small brass key under an apple tree.");

    private final String words;

    TextPrompt(String words) {
        this.words = words;
    }

    int[] tokens(CausalModel model) {
        return tokens(model, words);
    }

    /** A conversation of which {@code words} are all. */
    static int[] tokens(CausalModel model, String words) {
        ChatTemplate template = model.chatTemplate()
                .orElseThrow(() -> new ModelLoadException(
                        "A chat template is required, but \"" + model.spec().name() + "\" has none."));
        return model.vocabulary().encode(template.render(List.of(ChatMessage.of("user", words))));
    }
}
