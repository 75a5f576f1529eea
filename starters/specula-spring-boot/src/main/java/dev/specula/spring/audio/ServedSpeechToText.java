package dev.specula.spring.audio;

import dev.specula.media.UnreadableSoundException;
import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Speculation;
import dev.specula.speech.Recording;
import dev.specula.speech.SegmentListener;
import dev.specula.speech.SilentSoundException;
import dev.specula.speech.SpeechToText;
import dev.specula.speech.Transcript;
import dev.specula.speech.TranscriptionOptions;
import dev.specula.spring.AnswerRejectedException;
import dev.specula.spring.DecodingPool;
import dev.specula.spring.Outcome;
import dev.specula.spring.ServedAnswer;
import dev.specula.spring.ServedPipeline;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.UnknownPresetException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A pipeline with what this application puts around it: its threads, the options of its properties, its statistics. The
 * listener hears the segments on a decoding thread.
 */
final class ServedSpeechToText implements SpeechToText {
    private final SpeechToText pipeline;
    private final ServedPipeline served;
    private final ServedPipelines all;
    private final DecodingPool pool;
    private final TranscriptionDefaults defaults;
    private final Function<String, List<ServedSpeechToText>> presets; // by name of the pipeline

    ServedSpeechToText(
            SpeechToText pipeline,
            ServedPipeline served,
            ServedPipelines all,
            DecodingPool pool,
            TranscriptionDefaults defaults,
            Function<String, List<ServedSpeechToText>> presets) {
        this.pipeline = pipeline;
        this.served = served;
        this.all = all;
        this.pool = pool;
        this.defaults = defaults;
        this.presets = presets;
    }

    @Override
    public PipelineDescription description() {
        return pipeline.description();
    }

    @Override
    public List<ModelSpec> models() {
        return pipeline.models();
    }

    @Override
    public TranscriptionOptions options() {
        return defaults.options();
    }

    @Override
    public Transcript transcribe(Recording recording, SegmentListener listener) {
        // The constant itself stands for "nothing said": equal options that a caller made are the caller's.
        @SuppressWarnings("ReferenceEquality")
        Recording asked = recording.options() == TranscriptionOptions.DEFAULT ? recording.with(options()) : recording;
        Speculation wanted = asked.options().speculation();
        return wanted.kind() == Speculation.Kind.PRESET
                ? withPreset(wanted.preset()).decode(asked, listener)
                : decode(asked, listener);
    }

    /** Fails the start where the properties name a preset that does not exist. */
    void check() {
        Speculation wanted = defaults.usual().speculation();
        if (wanted.kind() == Speculation.Kind.PRESET) {
            withPreset(wanted.preset());
        }
    }

    private ServedSpeechToText withPreset(String preset) {
        List<ServedSpeechToText> known = presets.apply(description().name());
        return known.stream()
                .filter(candidate -> candidate.description().preset().equals(preset))
                .findFirst()
                .orElseThrow(() -> new UnknownPresetException(
                        description().name(),
                        preset,
                        known.stream()
                                .map(candidate -> candidate.description().preset())
                                .toList()));
    }

    private Transcript decode(Recording asked, SegmentListener listener) {
        long start = System.nanoTime();
        AtomicBoolean stopped = new AtomicBoolean();
        SegmentListener heard = segment -> listener.heard(segment) && !stopped.get();
        try {
            Transcript transcript = pool.decode(() -> pipeline.transcribe(asked, heard), () -> stopped.set(true));
            all.answered(served, of(transcript, since(start)));
            return transcript;
        } catch (RuntimeException failure) {
            all.answered(served, ServedAnswer.none(outcome(failure), since(start)));
            throw failure;
        }
    }

    private static ServedAnswer of(Transcript transcript, Duration total) {
        Outcome outcome = switch (transcript.finish()) {
            case END -> Outcome.END;
            case LENGTH -> Outcome.LENGTH;
            case CANCELLED -> Outcome.CANCELLED;
        };
        int tokens = transcript.tokens().length;
        return new ServedAnswer(
                outcome, transcript.report(), tokens, transcript.times().firstSegment(), total);
    }

    private static Outcome outcome(RuntimeException failure) {
        if (failure instanceof AnswerRejectedException) {
            return Outcome.REJECTED;
        }
        if (failure instanceof CancellationException) {
            return Outcome.CANCELLED;
        }
        boolean refused = failure instanceof IllegalArgumentException
                || failure instanceof UnreadableSoundException
                || failure instanceof SilentSoundException;
        return refused ? Outcome.REFUSED : Outcome.FAILED;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
