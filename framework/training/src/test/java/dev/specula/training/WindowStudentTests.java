package dev.specula.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.media.LogMel;
import dev.specula.media.Sound;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.plan.Speculation;
import dev.specula.speech.DefaultPipelines;
import dev.specula.speech.Recording;
import dev.specula.speech.SpeechToText;
import dev.specula.speech.Timestamps;
import dev.specula.speech.TranscriptionOptions;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.training.data.HeadTokens;
import dev.specula.training.sound.WindowBatch;
import dev.specula.training.sound.WrittenWindow;
import dev.specula.training.store.Checkpoint;
import dev.specula.training.store.PublishedDecoder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A draft for a tiny published Whisper with random weights. Runs only with the natives of the profile {@code training}. */
@EnabledIfSystemProperty(named = "specula.training", matches = "true")
class WindowStudentTests {

    private static final int ROWS = 400;
    private static final int WIDTH = 48;
    private static final int VOCABULARY = 600;
    private static final int END = 438;
    private static final int[] ANSWER = {30, 60, 90, 30, 60, 90, END};
    private static final HeadTokens HEAD =
            HeadTokens.of(IntStream.range(0, VOCABULARY).mapToLong(token -> 1).toArray(), 100, IntStream.of(END));

    @BeforeAll
    static void fixThreads() {
        System.setProperty("ai.djl.pytorch.num_threads", "2");
    }

    @Test
    void theFirstStepsAreBitEqualAndSurpriseLess() throws IOException {
        List<Double> once = steps(12);
        assertThat(steps(12)).isEqualTo(once);
        assertThat(once.get(11)).isLessThan(0.8 * once.get(0));
    }

    @Test
    void aResumedRunGoesOnAsIfNeverStopped(@TempDir Path directory) throws IOException {
        List<Double> whole = steps(6);
        Checkpoint checkpoint = new Checkpoint(directory);
        try (NDManager manager = NDManager.newBaseManager()) {
            WindowStudent student = student(manager);
            learn(student, 0, 4);
            checkpoint.save(student.weights(), student.optimiser(), 4);
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            WindowStudent student = student(manager);
            assertThat(checkpoint.restore(student.weights(), student.optimiser(), manager))
                    .isEqualTo(4);
            student.freeze();
            assertThat(learn(student, 4, 6)).isEqualTo(whole.subList(4, 6));
        }
    }

    @Test
    void theWrittenFolderDraftsWhatTheStudentSaysAndChangesNoToken(@TempDir Path folder) throws IOException {
        int[] likeliest;
        try (NDManager manager = NDManager.newBaseManager()) {
            WindowStudent student = student(manager);
            learn(student, 0, 8);
            likeliest = Arrays.stream(student.likeliest(batch()))
                    .map(row -> HEAD.tokens().get(row))
                    .toArray();
            PublishedDecoder.in(target()).write(folder, student.weights(), HEAD, "A draft.\n");
        }
        try (CausalModel target = load(target());
                CausalModel draft = load(folder)) {
            assertThat(said(draft)).isEqualTo(likeliest);
            assertThat(transcript(target, draft, Speculation.AUTO))
                    .isEqualTo(transcript(target, draft, Speculation.OFF));
        }
    }

    /** The likeliest tokens of {@code model} where the student predicts. */
    private static int[] said(CausalModel model) {
        int[] said = new int[ANSWER.length];
        Prompt prompt = Prompt.of(window().prompt()).attendingTo(FloatBuffer.wrap(rows()));
        try (Sequence sequence = model.open(prompt, Sampling.GREEDY, Passes.EXACT)) {
            Draft nothing = new Draft(1);
            for (int place = 0; place < ANSWER.length; place++) {
                nothing.restart(sequence);
                said[place] = sequence.pass(nothing).law(0, 0).supported(0);
                sequence.append(new int[] {ANSWER[place]});
            }
        }
        return said;
    }

    private static int[] transcript(CausalModel target, CausalModel draft, Speculation speculation) {
        float[] tone = new float[LogMel.RATE];
        for (int sample = 0; sample < tone.length; sample++) {
            tone[sample] = (float) Math.sin(sample * sample * 1e-5) / 2;
        }
        SpeechToText drafting = DefaultPipelines.withDraft(target, draft, 5);
        TranscriptionOptions options = TranscriptionOptions.DEFAULT
                .in("en")
                .with(Timestamps.NONE)
                .withMaxNewTokens(24)
                .with(speculation);
        return drafting.transcribe(
                        Recording.of(Sound.ofSamples(tone, LogMel.RATE)).with(options))
                .tokens();
    }

    private static CausalModel load(Path folder) {
        return CheckpointLoader.load("tiny", CheckpointSource.of("file:" + folder, WeightFormat.F32));
    }

    private static Path target() {
        try {
            return Path.of(Objects.requireNonNull(WindowStudentTests.class.getResource("/fixtures/whisper"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Double> steps(int count) throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            return learn(student(manager), 0, count);
        }
    }

    private static WindowStudent student(NDManager manager) throws IOException {
        PublishedDecoder published = PublishedDecoder.in(target());
        WindowStudent student = new WindowStudent(published.draft(), manager);
        published.start(student.weights(), new PublishedDecoder.Start(0, 1, 1), HEAD, manager);
        student.freeze();
        return student;
    }

    private static List<Double> learn(WindowStudent student, int from, int to) {
        List<Double> surprises = new ArrayList<>();
        for (int step = from; step < to; step++) {
            surprises.add(student.learn(batch(), step, 5e-3));
        }
        return surprises;
    }

    private static WindowBatch batch() {
        return WindowBatch.of(List.of(window()), HEAD);
    }

    /** The target is certain of its answer. */
    private static WrittenWindow window() {
        int[] likeliest = new int[ANSWER.length * WrittenWindow.KEPT];
        float[] probs = new float[likeliest.length];
        for (int place = 0; place < ANSWER.length; place++) {
            likeliest[place * WrittenWindow.KEPT] = ANSWER[place];
            probs[place * WrittenWindow.KEPT] = 1;
        }
        return new WrittenWindow(WrittenWindow.halves(rows()), new int[] {439, 440, 445}, ANSWER, likeliest, probs);
    }

    private static float[] rows() {
        Random random = new Random(5);
        float[] rows = new float[ROWS * WIDTH];
        for (int place = 0; place < rows.length; place++) {
            rows[place] = (float) random.nextGaussian();
        }
        return rows;
    }
}
