package dev.specula.spring.transcription;

import dev.specula.speech.TranscriptionOptions;
import org.springframework.ai.audio.transcription.AudioTranscriptionOptions;

/**
 * Spring AI's options of a transcription, which name a model and no more, with ours: language, task, timestamps, sampling and
 * drafting.
 *
 * @param getModel name of the model; not read, since a pipeline has one
 * @param transcription how the recording is written down
 */
public record SpeculaTranscriptionOptions(String getModel, TranscriptionOptions transcription)
        implements AudioTranscriptionOptions {
    /** Options of whatever model the pipeline has. */
    public static SpeculaTranscriptionOptions of(TranscriptionOptions transcription) {
        return new SpeculaTranscriptionOptions("specula", transcription);
    }
}
