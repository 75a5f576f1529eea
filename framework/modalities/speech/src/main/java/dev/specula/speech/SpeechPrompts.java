package dev.specula.speech;

import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.Passes;
import dev.specula.plan.Prompts;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds what each model of a pipeline sees of a window of sound. Thread-safe. */
final class SpeechPrompts {
    private final CausalModel target;
    private final @Nullable CausalModel draft;
    private final SpeechTokens tokens;
    private final SoundEncoder encoder;
    private final @Nullable DraftEncoder draftEncoder;

    private SpeechPrompts(CausalModel target, @Nullable CausalModel draft) {
        this.target = target;
        this.draft = draft;
        this.tokens = new SpeechTokens(target);
        this.encoder = SoundEncoder.of(target);
        this.draftEncoder = draft == null ? null : DraftEncoder.of(draft);
    }

    /**
     * For {@code target} alone.
     *
     * @throws IncompatibleModelsException if it hears nothing or lacks a token of the prompt
     */
    static SpeechPrompts of(CausalModel target) {
        return new SpeechPrompts(target, null);
    }

    /**
     * For a pair.
     *
     * @throws IncompatibleModelsException if {@code target} hears nothing or lacks a token of the prompt, or {@code draft} has
     *     other tokens
     */
    static SpeechPrompts of(CausalModel target, CausalModel draft) {
        IncompatibleModelsException.requireSameTokens(target, draft);
        return new SpeechPrompts(target, draft);
    }

    /** The target, and the draft model if there is one. */
    List<CausalModel> models() {
        return draft == null ? List.of(target) : List.of(target, draft);
    }

    SpeechTokens tokens() {
        return tokens;
    }

    /** Samples of a window. */
    int windowSamples() {
        return encoder.samples();
    }

    /** What the target's encoder makes of {@code sound}, {@code (rows, width)}. */
    FloatBuffer rows(float[] sound) {
        return encoder.rows(sound);
    }

    /** The language that the target hears in {@code rows}: of all its languages the likeliest after the start. */
    String language(FloatBuffer rows) {
        Prompt prompt = Prompt.of(tokens.start()).attendingTo(rows);
        try (Sequence main = target.open(prompt, Sampling.GREEDY, Passes.EXACT)) {
            Draft nothing = new Draft(1);
            nothing.restart(main);
            float[] logits = new float[tokens.size()];
            main.pass(nothing).logits(0, 0, logits);
            return tokens.languages().entrySet().stream()
                    .reduce((best, next) -> logits[next.getValue()] > logits[best.getValue()] ? next : best)
                    .map(Map.Entry::getKey)
                    .orElse(SpeechTokens.ENGLISH);
        }
    }

    /**
     * The prompts of a window.
     *
     * @param sound its samples
     * @param rows what the target's encoder made of it
     * @param language code of the language
     */
    Prompts of(float[] sound, FloatBuffer rows, String language, TranscriptionOptions options) {
        int[] columns = columns(language, options);
        SpeechGrammar rules = new SpeechGrammar(tokens, options.timestamps());
        Prompt prompt = Prompt.of(columns).followedBy(rules);
        return draftEncoder == null
                ? Prompts.of(prompt.attendingTo(rows))
                : Prompts.of(prompt.attendingTo(rows), prompt.attendingTo(draftEncoder.rows(sound, rows)));
    }

    /** Most columns that can follow {@code prompts} in every model. */
    int room(Prompts prompts) {
        int context = models().stream()
                .mapToInt(model -> model.spec().contextTokens())
                .min()
                .orElseThrow();
        return Math.min(context / 2, context - prompts.target().length());
    }

    private int[] columns(String language, TranscriptionOptions options) {
        IntStream.Builder columns = IntStream.builder();
        if (!options.prompt().isBlank()) {
            before(options.prompt()).forEach(columns);
        }
        columns.accept(tokens.start());
        if (!tokens.languages().isEmpty()) {
            columns.add(tokens.language(language).orElseThrow()).add(tokens.task(options.task()));
        }
        if (options.timestamps() == Timestamps.NONE) {
            columns.accept(tokens.withoutTimestamps());
        }
        return columns.build().toArray();
    }

    /** The words before, cut at their beginning to what half of the context holds. */
    private IntStream before(String words) {
        int[] encoded = target.vocabulary().encode(" " + words.strip());
        for (int token : encoded) {
            if (token >= tokens.end()) {
                throw new IllegalArgumentException("the prompt must hold words alone, but holds the mark \""
                        + target.vocabulary().token(token) + "\"; leave it out.");
            }
        }
        int most = target.spec().contextTokens() / 2 - 1;
        return IntStream.concat(
                IntStream.of(tokens.previous()), IntStream.of(encoded).skip(Math.max(0, encoded.length - most)));
    }

    /**
     * Checks what can be checked before there is sound.
     *
     * @throws IllegalArgumentException if the language is unknown, or a model of one language is asked for another or to translate
     */
    void check(TranscriptionOptions options) {
        boolean one = tokens.languages().isEmpty();
        String language = options.language();
        if (one && options.task() == Task.TRANSLATE) {
            throw new IllegalArgumentException("a translation takes a model of many languages, but \""
                    + target.spec().name() + "\" knows English alone; transcribe, or use another model.");
        }
        boolean known =
                one ? language.equals(SpeechTokens.ENGLISH) : tokens.languages().containsKey(language);
        if (!known && !language.equals(TranscriptionOptions.DETECTED)) {
            throw new IllegalArgumentException("the language must be \"" + TranscriptionOptions.DETECTED
                    + "\" or one of "
                    + (one ? List.of(SpeechTokens.ENGLISH) : tokens.languages().keySet()) + ", but was \"" + language
                    + "\".");
        }
        if (!options.prompt().isBlank()) {
            before(options.prompt());
        }
    }
}
