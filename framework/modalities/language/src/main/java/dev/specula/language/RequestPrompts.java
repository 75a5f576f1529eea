package dev.specula.language;

import dev.specula.model.CausalModel;
import dev.specula.model.ChatMessage;
import dev.specula.model.ChatTemplate;
import dev.specula.model.IncompatibleModelsException;
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
     * The prompts of {@code request}: the same tokens for both models, unless the draft's are others.
     *
     * @throws RequestTooLongException if a model has no room left for an answer
     * @throws IncompatibleModelsException if there are messages, and the target has no template for them
     */
    Prompts of(Request request) {
        String text = text(request);
        Prompt prompt = prompt(target, text);
        if (draft == null) {
            return Prompts.of(prompt);
        }
        boolean same = draft.promptVocabulary() == draft.vocabulary();
        return Prompts.of(prompt, prompt(draft, same ? text : textOfDraft(request, draft, text)));
    }

    private static Prompt prompt(CausalModel model, String text) {
        int[] tokens = model.promptVocabulary().encode(text);
        if (tokens.length == 0) {
            throw new IllegalArgumentException("a request must have a token, but its text has none.");
        }
        if (tokens.length >= model.spec().contextTokens()) {
            throw new RequestTooLongException(
                    model.spec().name(), tokens.length, model.spec().contextTokens());
        }
        return Prompt.of(tokens);
    }

    /** A draft with tokens of its own is asked in the manner it was trained for, if it was for conversations. */
    private static String textOfDraft(Request request, CausalModel draft, String target) {
        return request.text() != null
                ? target
                : draft.chatTemplate()
                        .map(template -> template.render(request.messages()))
                        .orElse(target);
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
            // Words that hold the end of a turn would speak for somebody else.
            target.vocabulary().specialIn(message.words()).ifPresent(token -> {
                throw new IllegalArgumentException(
                        "the words of a message must not hold the special token \"" + token + "\"; leave it out.");
            });
        }
        return template.render(request.messages());
    }
}
