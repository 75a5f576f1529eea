package dev.specula.spring.audio;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.speech.Recording;
import dev.specula.speech.SegmentListener;
import dev.specula.speech.SpeechToText;
import dev.specula.speech.Transcript;
import dev.specula.speech.TranscriptionOptions;
import dev.specula.spring.Outcome;
import dev.specula.spring.Served;
import dev.specula.spring.ServedAnswer;
import dev.specula.spring.ServedContract;
import java.time.Duration;
import java.util.List;

/** Writes down on the application's threads, as its properties say. The listener hears the segments on a decoding thread. */
final class ServedSpeechToText implements SpeechToText, ServedContract {
    private final Served<SpeechToText> served;
    private final TranscriptionDefaults defaults;

    ServedSpeechToText(Served<SpeechToText> served, TranscriptionDefaults defaults) {
        this.served = served;
        this.defaults = defaults;
    }

    @Override
    public PipelineDescription description() {
        return served.pipeline().description();
    }

    @Override
    public List<ModelSpec> models() {
        return served.pipeline().models();
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
        return served.wanted(asked.options().speculation())
                .decode(
                        (pipeline, hearing) ->
                                pipeline.transcribe(asked, segment -> hearing.goesOn(() -> listener.heard(segment))),
                        ServedSpeechToText::told);
    }

    private static ServedAnswer told(Transcript transcript, Duration total) {
        int tokens = transcript.tokens().length;
        return new ServedAnswer(
                Outcome.of(transcript.finish()),
                transcript.report(),
                tokens,
                transcript.times().firstSegment(),
                total);
    }

    /** The properties may name a preset that does not exist. */
    @Override
    public void check() {
        served.wanted(defaults.usual().speculation());
    }
}
