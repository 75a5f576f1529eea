package dev.specula.speech;

import dev.specula.media.LogMel;
import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.ModelSpec;
import dev.specula.plan.Decoding;
import dev.specula.plan.Pipeline;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Prompts;
import dev.specula.report.RunReport;
import dev.specula.token.Ending;
import dev.specula.token.NgramTable;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import java.util.List;

/**
 * Everything between a recording and the rounds of its text: what generated pipelines extend. Reads the sound window by window,
 * encodes it, builds the prompts, and makes segments of tokens. The models belong to whoever made them.
 */
public abstract class SpeechToTextPipeline implements SpeechToText, Pipeline {
    private final PipelineDescription description;
    private final Schedule schedule;
    private final CausalModel target;
    private final SpeechPrompts prompts;
    private final NgramTable guesses;

    /**
     * A pipeline whose source needs no model.
     *
     * @throws IncompatibleModelsException if {@code target} hears nothing or lacks a token of the prompt
     */
    protected SpeechToTextPipeline(PipelineDescription description, Schedule schedule, CausalModel target) {
        this(description, schedule, target, SpeechPrompts.of(target));
    }

    /**
     * A pipeline that drafts with a model, which hears through the target's encoder where it has the same one.
     *
     * @throws IncompatibleModelsException if {@code target} hears nothing or lacks a token of the prompt, or {@code draft} has
     *     other tokens or does not take the drafts
     */
    protected SpeechToTextPipeline(
            PipelineDescription description, Schedule schedule, CausalModel target, CausalModel draft) {
        this(description.draftedBy(draft), schedule, target, SpeechPrompts.of(target, draft));
    }

    private SpeechToTextPipeline(
            PipelineDescription description, Schedule schedule, CausalModel target, SpeechPrompts prompts) {
        this.description = description.over(target);
        this.schedule = schedule;
        this.target = target;
        this.guesses = new NgramTable(target.followers());
        this.prompts = prompts;
    }

    @Override
    public final PipelineDescription description() {
        return description;
    }

    @Override
    public final List<ModelSpec> models() {
        return prompts.models().stream().map(CausalModel::spec).toList();
    }

    @Override
    public final Schedule schedule() {
        return schedule;
    }

    /**
     * How much the first window of {@code recording} is drafted: as {@link #schedule} says, but not at all where a draft with an encoder of
     * its own would not make up for it. For those who run rounds themselves.
     *
     * @throws dev.specula.media.UnreadableSoundException if it cannot be read
     */
    public final Schedule schedule(Recording recording) {
        try (SoundWindow window = window(recording)) {
            return prompts.drafting(schedule, window.samples().length);
        }
    }

    /**
     * What each model sees of the first window of {@code recording}: for those who run rounds themselves.
     *
     * @throws dev.specula.media.UnreadableSoundException if it cannot be read
     */
    public final Prompts prompts(Recording recording) {
        prompts.check(recording.options());
        try (SoundWindow window = window(recording)) {
            float[] sound = window.samples();
            EncodedSound heard = prompts.encoded(sound);
            String told = recording.options().language();
            String language = told.equals(TranscriptionOptions.DETECTED) ? prompts.language(heard.rows()) : told;
            return prompts.of(sound, heard, language, recording.options());
        }
    }

    @Override
    public final Transcript transcribe(Recording recording, SegmentListener listener) {
        TranscriptionOptions options = recording.options();
        prompts.check(options);
        Decoding decoding = Decoding.of(this, target, guesses, options.speculation());
        Writing writing = new Writing(options.language(), listener);
        try (SoundWindow window = window(recording)) {
            while (window.length() > 0 && writing.goesOn()) {
                if (window.isSilent()) {
                    window.advance(window.length());
                } else {
                    window.advance(write(window, options, decoding, writing));
                }
            }
            if (writing.isEmpty() && writing.goesOn()) {
                throw new SilentSoundException(recording.sound().toString(), window);
            }
            return writing.end(window.start());
        }
    }

    private SoundWindow window(Recording recording) {
        return new SoundWindow(recording.sound().open(LogMel.RATE), prompts.windowSamples());
    }

    /** Writes down what is said in {@code window}, and returns how far it may move, in samples. */
    private int write(SoundWindow window, TranscriptionOptions options, Decoding decoding, Writing writing) {
        float[] sound = window.samples();
        EncodedSound encoded = prompts.encoded(sound);
        if (writing.language().equals(TranscriptionOptions.DETECTED)) {
            writing.hears(prompts.language(encoded.rows()));
        }
        Prompts prompt = prompts.of(sound, encoded, writing.language(), options);
        Ending ending = Ending.after(Math.min(options.maxNewTokens(), prompts.room(prompt)), target.endTokens());
        WindowTokens heard =
                new WindowTokens(prompts.tokens(), target.vocabulary(), window, options.timestamps(), writing::say);
        Sampling sampling = options.sampling(writing.windows());
        RunReport report = decoding.drafting(drafting -> prompts.drafting(drafting, sound.length))
                .say(prompt, sampling, ending, heard);
        return writing.wrote(heard, ending, report);
    }
}
