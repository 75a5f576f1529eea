package dev.specula.benchmarks.published;

import dev.specula.model.CausalModel;
import dev.specula.plan.PlainDecoding;
import dev.specula.plan.Prompts;
import dev.specula.speech.Recording;
import dev.specula.speech.SpeechToTextPipeline;
import dev.specula.speech.TranscriptionOptions;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.NgramTable;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import dev.specula.token.TokenRun;

/**
 * One window written down: its tokens and their times.
 *
 * @param spoken the tokens and the times of the decoder
 * @param listenedSeconds time before it: reading the sound, spectrogram, encoders
 */
record Heard(Spoken spoken, double listenedSeconds) {
    /** How the text is decoded. */
    enum Way {
        /** The target alone, one row a pass. */
        PLAIN,
        /** The target alone, in exact passes: its tokens are those that drafts must not change. */
        REFERENCE,
        /** As the pipeline drafts. Guesses know this answer only, as repeats would know it by heart. */
        DRAFTED
    }

    /** Writes down the first window of {@code recording}. */
    static Heard by(SpeechToTextPipeline pipeline, CausalModel target, Recording recording, Way way) {
        Schedule drafting = way == Way.DRAFTED ? pipeline.schedule(recording) : new FixedSchedule(0); // reads the sound
        long start = System.nanoTime();
        TranscriptionOptions options = recording.options();
        Prompts prompts = pipeline.prompts(recording);
        Spoken spoken = new Spoken();
        double listened = (System.nanoTime() - start) / 1e9;
        Ending ending = Ending.after(options.maxNewTokens(), target.endTokens());
        Sampling sampling = options.sampling();
        TokenRun run = new TokenRun(drafting, way == Way.DRAFTED ? new NgramTable() : null, ending, spoken);
        if (way == Way.PLAIN) {
            PlainDecoding.answer(target, prompts.target(), sampling, run);
        } else {
            pipeline.answer(prompts, sampling, run);
        }
        return new Heard(spoken.end(run.report()), listened);
    }

    /** Tokens per second after the first round. */
    double decodeRate() {
        return spoken.decodeRate();
    }

    /** Seconds from the recording to its last token. */
    double totalSeconds() {
        return listenedSeconds + spoken.totalSeconds();
    }
}
