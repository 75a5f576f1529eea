package dev.specula.speech;

import dev.specula.model.CausalModel;
import dev.specula.token.Prompt;
import java.util.stream.IntStream;

/** What one model is told before it writes: words before the sound, language, task, timestamps, in its own tokens. Thread-safe. */
final class PromptColumns {
    private final SpeechTokens tokens;
    private final int mostWords; // tokens

    PromptColumns(CausalModel model, SpeechTokens tokens) {
        this.tokens = tokens;
        this.mostWords = model.spec().contextTokens() / 2 - 1;
    }

    /** A prompt for speech in the language {@code code}, which a model of one language is not told, and the grammar of what follows. */
    Prompt of(String code, TranscriptionOptions options) {
        IntStream.Builder columns = IntStream.builder();
        if (!options.prompt().isBlank()) {
            before(options.prompt()).forEach(columns);
        }
        columns.accept(tokens.start());
        if (!tokens.languages().isEmpty()) {
            columns.add(tokens.language(code).orElseThrow()).add(tokens.task(options.task()));
        }
        if (options.timestamps() == Timestamps.NONE) {
            columns.accept(tokens.withoutTimestamps());
        }
        return Prompt.of(columns.build().toArray()).followedBy(new SpeechGrammar(tokens, options.timestamps()));
    }

    /**
     * The words before, cut at their beginning to what half of the context holds.
     *
     * @throws IllegalArgumentException if they hold a mark
     */
    IntStream before(String words) {
        int[] encoded = tokens.vocabulary().encode(" " + words.strip());
        for (int token : encoded) {
            if (token >= tokens.end()) {
                throw new IllegalArgumentException("the prompt must hold words alone, but holds the mark \""
                        + tokens.vocabulary().token(token) + "\"; leave it out.");
            }
        }
        return IntStream.concat(
                IntStream.of(tokens.previous()), IntStream.of(encoded).skip(Math.max(0, encoded.length - mostWords)));
    }
}
