package dev.specula.language;

import dev.specula.model.CausalModel;
import dev.specula.model.ChatMessage;
import dev.specula.model.ChatTemplate;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.Vocabulary;
import dev.specula.plan.Prompts;
import dev.specula.token.Prompt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the tokens that each model of a pipeline sees of a request. Thread-safe. */
final class RequestPrompts {
    private final CausalModel target;
    private final @Nullable CausalModel draft;

    private RequestPrompts(CausalModel target, @Nullable CausalModel draft) {
        this.target = target;
        this.draft = draft;
    }

    /** For {@code target} alone. */
    static RequestPrompts of(CausalModel target) {
        return new RequestPrompts(target, null);
    }

    /**
     * For a pair.
     *
     * @throws IncompatibleModelsException if {@code draft} has other tokens than {@code target}
     */
    static RequestPrompts of(CausalModel target, CausalModel draft) {
        IncompatibleModelsException.requireSameTokens(target, draft);
        return new RequestPrompts(target, draft);
    }

    /** The target, and the draft model if there is one. */
    List<CausalModel> models() {
        return draft == null ? List.of(target) : List.of(target, draft);
    }

    /**
     * The prompts of {@code request}; both models see the same tokens.
     *
     * @throws RequestTooLongException if a model has no room left for a reply
     * @throws IncompatibleModelsException if there are messages, and the target has no template for them
     */
    Prompts of(Request request) {
        int[] tokens = target.vocabulary().encode(text(request));
        if (tokens.length == 0) {
            throw new IllegalArgumentException("a request must have a token, but its text has none.");
        }
        for (CausalModel model : models()) {
            if (tokens.length >= model.spec().contextTokens()) {
                throw new RequestTooLongException(
                        model.spec().name(), tokens.length, model.spec().contextTokens());
            }
        }
        Prompt prompt = Prompt.of(tokens);
        return draft == null ? Prompts.of(prompt) : Prompts.of(prompt, prompt);
    }

    /** Most tokens that can follow {@code prompts} in every model. */
    int room(Prompts prompts) {
        return models().stream()
                        .mapToInt(model -> model.spec().contextTokens())
                        .min()
                        .orElseThrow()
                - prompts.target().length();
    }

    private String text(Request request) {
        String text = request.text();
        if (text != null) {
            return text;
        }
        ChatTemplate template = target.chatTemplate()
                .orElseThrow(() -> new IncompatibleModelsException("A model that answers messages must have a chat"
                        + " template, but \"" + target.spec().name()
                        + "\" has none; use one tuned for conversations, or Request.continuing(text)."));
        for (ChatMessage message : request.messages()) {
            refuseSpecialTokens(message.words());
        }
        return template.render(request.messages());
    }

    /** Words that hold the end of a turn would speak for somebody else. */
    private void refuseSpecialTokens(String words) {
        Vocabulary vocabulary = target.vocabulary();
        for (int token : vocabulary.encode(words)) {
            String written = vocabulary.token(token);
            boolean isSpecial = written.length() > 1
                    && words.contains(written)
                    && vocabulary.decode(token).isEmpty();
            if (isSpecial) {
                throw new IllegalArgumentException(
                        "the words of a message must not hold the special token \"" + written + "\"; leave it out.");
            }
        }
    }
}
