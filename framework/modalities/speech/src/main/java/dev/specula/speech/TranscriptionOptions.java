package dev.specula.speech;

import dev.specula.plan.Speculation;
import dev.specula.token.Sampling;

/**
 * How one recording is written down.
 *
 * @param sampling how tokens are drawn, seed included
 * @param maxNewTokens most tokens of a window of sound, at least 1; half of the model's context counts where it is lower
 * @param speculation whether and how the text is drafted: cannot change it where the guarantee is {@code SAME_TOKENS}
 * @param language code of the language that is spoken, for example {@code de}; {@link #DETECTED} lets the model find out
 * @param task whether it is translated
 * @param timestamps whether the model says when each piece was spoken
 * @param prompt words that stand before the text, for names and spelling; may be empty
 */
public record TranscriptionOptions(
        Sampling sampling,
        int maxNewTokens,
        Speculation speculation,
        String language,
        Task task,
        Timestamps timestamps,
        String prompt) {
    /** The model finds the language out, from the first window that is not silent. */
    public static final String DETECTED = "auto";

    /** The likeliest tokens with timestamps, in the language that is spoken, drafted as the pipeline sees fit. */
    public static final TranscriptionOptions DEFAULT = new TranscriptionOptions(
            Sampling.GREEDY, 224, Speculation.AUTO, DETECTED, Task.TRANSCRIBE, Timestamps.SEGMENTS, "");

    /** Checks the limit. */
    public TranscriptionOptions {
        if (maxNewTokens < 1) {
            throw new IllegalArgumentException("maxNewTokens must be at least 1 token, but was " + maxNewTokens + ".");
        }
    }

    /** These options, drawing at {@code temperature} (0: the likeliest token) with {@code seed}. */
    public TranscriptionOptions at(double temperature, long seed) {
        return with(new Sampling(temperature, sampling.topK(), sampling.topP(), sampling.repetitionPenalty(), seed));
    }

    /** These options with {@code drawn} in place of the sampling. */
    public TranscriptionOptions with(Sampling drawn) {
        return new TranscriptionOptions(drawn, maxNewTokens, speculation, language, task, timestamps, prompt);
    }

    /** These options with at most {@code tokens} tokens for a window. */
    public TranscriptionOptions withMaxNewTokens(int tokens) {
        return new TranscriptionOptions(sampling, tokens, speculation, language, task, timestamps, prompt);
    }

    /** These options with {@code wanted} in place of the speculation. */
    public TranscriptionOptions with(Speculation wanted) {
        return new TranscriptionOptions(sampling, maxNewTokens, wanted, language, task, timestamps, prompt);
    }

    /** These options for speech in the language {@code code}. */
    public TranscriptionOptions in(String code) {
        return new TranscriptionOptions(sampling, maxNewTokens, speculation, code, task, timestamps, prompt);
    }

    /** These options with {@code wanted} in place of the task. */
    public TranscriptionOptions with(Task wanted) {
        return new TranscriptionOptions(sampling, maxNewTokens, speculation, language, wanted, timestamps, prompt);
    }

    /** These options with {@code wanted} in place of the timestamps. */
    public TranscriptionOptions with(Timestamps wanted) {
        return new TranscriptionOptions(sampling, maxNewTokens, speculation, language, task, wanted, prompt);
    }

    /** These options with {@code words} before the text. */
    public TranscriptionOptions after(String words) {
        return new TranscriptionOptions(sampling, maxNewTokens, speculation, language, task, timestamps, words);
    }

    /** How window {@code index} is drawn: each has noise of its own. */
    Sampling sampling(int index) {
        return new Sampling(
                sampling.temperature(),
                sampling.topK(),
                sampling.topP(),
                sampling.repetitionPenalty(),
                sampling.seed() + 0x9E3779B97F4A7C15L * index);
    }
}
