package dev.specula.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.media.LogMel;
import dev.specula.media.Sound;
import dev.specula.media.SoundStream;
import dev.specula.model.CausalModel;
import dev.specula.plan.Prompts;
import dev.specula.plan.Speculation;
import dev.specula.token.Prompt;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pair that ships, on a clip that nothing was trained on. */
class EmbeddedPairTests {
    private static final Duration TENTH = Duration.ofMillis(100);
    private static final String SAID = "set the orange cross near the large blue bar.";

    private final Recording recording = Recording.of(sound());

    private static Sound sound() {
        try (InputStream in = Objects.requireNonNull(
                EmbeddedPairTests.class.getResourceAsStream("/dev/specula/bench/sound/commands/4.wav"))) {
            return Sound.of(in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static CausalModel load(String location, WeightFormat format) {
        return CheckpointLoader.load(location, CheckpointSource.of(location, format));
    }

    @Test
    void writesDownASpokenCommandInFewerPassesThanTokens() {
        try (CausalModel target = load(SpokenBlocksModels.TARGET, WeightFormat.RI8);
                CausalModel draft = load(SpokenBlocksModels.DRAFT, WeightFormat.INT4)) {
            Transcript transcript = DefaultPipelines.withDraft(target, draft, DefaultPipelines.LONGEST)
                    .transcribe(recording);

            assertThat(transcript.text()).isEqualTo(SAID);
            assertThat(transcript.language()).isEqualTo("en");
            assertThat(transcript.report().rounds()).isLessThan(transcript.tokens().length);
        }
    }

    @Test
    void itsTimestampsMoveWithTheSound() {
        try (CausalModel target = load(SpokenBlocksModels.TARGET, WeightFormat.RI8)) {
            SpeechToText pipeline = DefaultPipelines.byLookup(target, DefaultPipelines.LONGEST);
            Duration end = end(pipeline, 0);
            for (int tenths = 5; tenths <= 50; tenths += 5) {
                assertThat(end(pipeline, tenths).minusMillis(100L * tenths)).isCloseTo(end, TENTH);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4})
    void itHearsACommandAfterAPause(int seconds) {
        float[] samples = new float[10 * LogMel.RATE];
        try (CausalModel target = load(SpokenBlocksModels.TARGET, WeightFormat.RI8);
                SoundStream spoken = sound().open(LogMel.RATE)) {
            int length = spoken.read(samples, 0, samples.length);
            int again = length + seconds * LogMel.RATE;
            System.arraycopy(samples, 0, samples, again, length);
            Sound twice = Sound.ofSamples(Arrays.copyOf(samples, again + length), LogMel.RATE);

            assertThat(DefaultPipelines.byLookup(target, DefaultPipelines.LONGEST)
                            .transcribe(Recording.of(twice))
                            .text())
                    .isEqualTo(SAID + " " + SAID);
        }
    }

    /** When the command ends after so many tenths of a second of silence. */
    private static Duration end(SpeechToText pipeline, int tenths) {
        float[] samples = new float[10 * LogMel.RATE];
        int before = tenths * LogMel.RATE / 10;
        try (SoundStream spoken = sound().open(LogMel.RATE)) {
            int length = spoken.read(samples, before, samples.length - before);
            Sound later = Sound.ofSamples(Arrays.copyOf(samples, before + length), LogMel.RATE);
            List<Segment> segments = pipeline.transcribe(Recording.of(later)).segments();
            return segments.get(segments.size() - 1).end();
        }
    }

    @Test
    void itsDraftAttendsToTheRowsOfTheSoundAndALittleSilence() {
        try (CausalModel target = load(SpokenBlocksModels.TARGET, WeightFormat.RI8);
                CausalModel draft = load(SpokenBlocksModels.DRAFT, WeightFormat.INT4)) {
            SpeechPrompts prompts = SpeechPrompts.of(target, draft);
            int window = prompts.windowSamples();
            for (int tenths : new int[] {0, 3, 9, 10}) {
                float[] sound = new float[window * tenths / 10];
                Prompts both = prompts.of(sound, prompts.encoded(sound), "en", TranscriptionOptions.DEFAULT);
                int rows = numbers(both.target());

                assertThat(numbers(both.draft())).isEqualTo(rows * Math.min(10, tenths + 1) / 10);
            }
        }
    }

    private static int numbers(Prompt prompt) {
        return Objects.requireNonNull(prompt.memory()).remaining();
    }

    @ParameterizedTest
    @CsvSource({"SEGMENTS, 0", "SEGMENTS, 0.8", "NONE, 0", "NONE, 0.8"})
    void writesTheTokensOfItsTargetAlone(Timestamps timestamps, double temperature) {
        try (CausalModel target = load(SpokenBlocksModels.TARGET, WeightFormat.RI8);
                CausalModel draft = load(SpokenBlocksModels.DRAFT, WeightFormat.INT4)) {
            SpeechToText pipeline = DefaultPipelines.withDraft(target, draft, DefaultPipelines.LONGEST);
            TranscriptionOptions options =
                    TranscriptionOptions.DEFAULT.with(timestamps).at(temperature, 7);
            int[] alone = pipeline.transcribe(recording.with(options.with(Speculation.PLAIN)))
                    .tokens();

            assertThat(pipeline.transcribe(recording.with(options)).tokens()).isEqualTo(alone);
        }
    }
}
