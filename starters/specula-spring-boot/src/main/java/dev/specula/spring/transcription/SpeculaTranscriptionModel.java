package dev.specula.spring.transcription;

import dev.specula.media.Sound;
import dev.specula.media.UnreadableSoundException;
import dev.specula.speech.Recording;
import dev.specula.speech.Segment;
import dev.specula.speech.SpeechToText;
import dev.specula.speech.Transcript;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.springframework.ai.audio.transcription.AudioTranscription;
import org.springframework.ai.audio.transcription.AudioTranscriptionPrompt;
import org.springframework.ai.audio.transcription.AudioTranscriptionResponse;
import org.springframework.ai.audio.transcription.AudioTranscriptionResponseMetadata;
import org.springframework.ai.audio.transcription.TranscriptionModel;
import org.springframework.core.io.Resource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

/**
 * Spring AI's transcription model over a pipeline: a sound in, text out. The metadata of a response holds {@code segments},
 * {@code language}, {@code finish} and counts of rounds and tokens. A stream has an element for each segment as it ends, and a
 * last one with the metadata and no text; cancelling it stops the pipeline within a round. A file is read window by window; any
 * other resource is held in memory. Thread-safe.
 */
public final class SpeculaTranscriptionModel implements TranscriptionModel {
    private final SpeechToText speech;

    /** Writes down speech with {@code speech}. */
    public SpeculaTranscriptionModel(SpeechToText speech) {
        this.speech = speech;
    }

    @Override
    public AudioTranscriptionResponse call(AudioTranscriptionPrompt prompt) {
        Transcript transcript = speech.transcribe(recording(prompt));
        return response(transcript.text(), transcript);
    }

    @Override
    public Flux<AudioTranscriptionResponse> stream(AudioTranscriptionPrompt prompt) {
        return Flux.<AudioTranscriptionResponse>create(sink -> transcribe(prompt, sink))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void transcribe(AudioTranscriptionPrompt prompt, FluxSink<AudioTranscriptionResponse> sink) {
        try {
            Transcript transcript = speech.transcribe(recording(prompt), segment -> {
                sink.next(response(segment));
                return !sink.isCancelled();
            });
            sink.next(response("", transcript));
            sink.complete();
        } catch (CancellationException nobodyListens) {
            sink.complete();
        }
    }

    private Recording recording(AudioTranscriptionPrompt prompt) {
        Recording recording = Recording.of(sound(prompt.getInstructions()));
        return prompt.getOptions() instanceof SpeculaTranscriptionOptions own
                ? recording.with(own.transcription())
                : recording;
    }

    private static Sound sound(Resource resource) {
        try {
            return resource.isFile()
                    ? Sound.of(resource.getFile().toPath())
                    : Sound.of(resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UnreadableSoundException(
                    "The sound must be a resource that can be read, but " + resource.getDescription() + " cannot.", e);
        }
    }

    private static AudioTranscriptionResponse response(Segment segment) {
        AudioTranscriptionResponseMetadata metadata = new AudioTranscriptionResponseMetadata();
        metadata.put("start", segment.start());
        metadata.put("end", segment.end());
        return new AudioTranscriptionResponse(new AudioTranscription(segment.text()), metadata);
    }

    private static AudioTranscriptionResponse response(String text, Transcript transcript) {
        AudioTranscriptionResponseMetadata metadata = new AudioTranscriptionResponseMetadata();
        metadata.put("segments", transcript.segments());
        metadata.put("language", transcript.language());
        metadata.put("finish", transcript.finish());
        metadata.put("specula.rounds", transcript.report().rounds());
        metadata.put("specula.draft.tokens", transcript.report().drafted());
        metadata.put("specula.accepted.tokens", transcript.report().kept());
        return new AudioTranscriptionResponse(new AudioTranscription(text), metadata);
    }
}
