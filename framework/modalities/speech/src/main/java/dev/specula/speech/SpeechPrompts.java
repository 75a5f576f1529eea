package dev.specula.speech;

import dev.specula.media.LogMel;
import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.Passes;
import dev.specula.plan.Prompts;
import dev.specula.token.Draft;
import dev.specula.token.Entries;
import dev.specula.token.EntrySchedule;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import dev.specula.token.Sequence;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds what each model of a pipeline sees of a window of sound. Thread-safe. */
final class SpeechPrompts {
    /** About, of somebody who reads aloud; nobody speaks twice as fast for long. */
    private static final double TOKENS_PER_SECOND = 3;

    private final CausalModel target;
    private final @Nullable CausalModel draft;
    private final SpeechTokens tokens;
    private final PromptColumns columns;
    private final PromptColumns draftColumns;
    private final SoundEncoder encoder;
    private final @Nullable DraftEncoder draftEncoder;
    private final Entries entries = new Entries();

    private SpeechPrompts(CausalModel target, @Nullable CausalModel draft) {
        this.target = target;
        this.draft = draft;
        this.tokens = new SpeechTokens(target);
        this.columns = new PromptColumns(target, tokens);
        // A model of one language is not told which: where it is only a draft, others are its loss.
        this.draftColumns = draft == null ? columns : new PromptColumns(draft, new SpeechTokens(draft));
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

    /** The window {@code sound} as the target hears it. */
    EncodedSound encoded(float[] sound) {
        return encoder.encoded(sound);
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
     * @param heard the same as the target heard it
     * @param language code of the language
     */
    Prompts of(float[] sound, EncodedSound heard, String language, TranscriptionOptions options) {
        Prompt prompt = columns.of(language, options).attendingTo(heard.rows());
        return draftEncoder == null
                ? Prompts.of(prompt)
                : Prompts.of(
                        prompt,
                        draftColumns.of(language, options).attendingTo(draftEncoder.rows(sound, heard, encoder)));
    }

    /**
     * How much a window of {@code samples} samples is drafted where {@code drafting} says how much pays: nothing where the draft hears with an
     * encoder of its own that costs more than is saved.
     */
    Schedule drafting(Schedule drafting, int samples) {
        return draftEncoder == null
                ? drafting
                : new EntrySchedule(drafting, entries, draftEncoder.nanos(), TOKENS_PER_SECOND * samples / LogMel.RATE);
    }

    /** Most columns that can follow {@code prompts} in every model. */
    int room(Prompts prompts) {
        int context = models().stream()
                .mapToInt(model -> model.spec().contextTokens())
                .min()
                .orElseThrow();
        return Math.min(context / 2, context - prompts.target().length());
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
            columns.before(options.prompt());
        }
    }
}
