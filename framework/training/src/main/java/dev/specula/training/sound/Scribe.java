package dev.specula.training.sound;

import dev.specula.media.LogMel;
import dev.specula.media.Sound;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Law;
import dev.specula.speech.DefaultPipelines;
import dev.specula.speech.Recording;
import dev.specula.speech.SpeechToTextPipeline;
import dev.specula.speech.Timestamps;
import dev.specula.speech.TranscriptionOptions;
import dev.specula.token.Draft;
import dev.specula.token.Ending;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** A target of speech that writes down English, one window at a time, as its pipelines ask it to, and keeps its laws. */
public final class Scribe {

    private static final int MOST_TOKENS = 224;

    private final CausalModel target;
    private final SpeechToTextPipeline pipeline;

    /** Writes with {@code target}, which belongs to the caller. */
    public Scribe(CausalModel target) {
        this.target = target;
        this.pipeline = (SpeechToTextPipeline) DefaultPipelines.byLookup(target, 1);
    }

    /** What the target hears in {@code sound} and writes; empty where the answer does not end, as when it repeats itself. */
    public Optional<WrittenWindow> write(float[] sound, Timestamps timestamps) {
        Recording recording = Recording.of(Sound.ofSamples(sound, LogMel.RATE))
                .with(TranscriptionOptions.DEFAULT.in("en").with(timestamps));
        Prompt prompt = pipeline.prompts(recording).target();
        Ending ending = Ending.after(MOST_TOKENS, target.endTokens());
        int[] answer = new int[MOST_TOKENS];
        int[] likeliest = new int[MOST_TOKENS * WrittenWindow.KEPT];
        float[] probs = new float[likeliest.length];
        int length = 0;
        try (Sequence sequence = target.open(prompt, Sampling.at(1, 0), Passes.FASTEST)) {
            Draft nothing = new Draft(1, ending);
            while (length < MOST_TOKENS && (length == 0 || !ending.isEnd(answer[length - 1]))) {
                nothing.restart(sequence);
                Law law = sequence.pass(nothing).law(0, 0);
                keep(law, length * WrittenWindow.KEPT, likeliest, probs);
                answer[length] = likeliest[length * WrittenWindow.KEPT];
                sequence.append(new int[] {answer[length]});
                length++;
            }
        }
        if (!ending.isEnd(answer[length - 1])) {
            return Optional.empty();
        }
        return Optional.of(new WrittenWindow(
                WrittenWindow.halves(numbers(Objects.requireNonNull(prompt.memory()))),
                IntStream.range(0, prompt.length())
                        .map(column -> prompt.token(column, 0))
                        .toArray(),
                Arrays.copyOf(answer, length),
                Arrays.copyOf(likeliest, length * WrittenWindow.KEPT),
                Arrays.copyOf(probs, length * WrittenWindow.KEPT)));
    }

    /** The words of {@code window}. */
    public String text(WrittenWindow window) {
        int end = target.endTokens()[0];
        return target.vocabulary()
                .decode(Arrays.stream(window.answer())
                        .filter(token -> token < end)
                        .toArray());
    }

    private static void keep(Law law, int at, int[] likeliest, float[] probs) {
        int[] best = new int[WrittenWindow.KEPT];
        int found = law.likeliest(WrittenWindow.KEPT, best);
        for (int rank = 0; rank < WrittenWindow.KEPT; rank++) {
            likeliest[at + rank] = best[Math.min(rank, found - 1)];
            probs[at + rank] = rank < found ? (float) law.prob(best[rank]) : 0;
        }
    }

    private static float[] numbers(FloatBuffer buffer) {
        float[] numbers = new float[buffer.remaining()];
        buffer.get(numbers);
        return numbers;
    }
}
