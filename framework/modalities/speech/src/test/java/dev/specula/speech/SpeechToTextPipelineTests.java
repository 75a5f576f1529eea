package dev.specula.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.media.Sound;
import dev.specula.plan.Prompts;
import dev.specula.plan.Speculation;
import dev.specula.token.Sampling;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpeechToTextPipelineTests {
    private static final TranscriptionOptions GERMAN = TranscriptionOptions.DEFAULT.in("de");

    private final ToyModel target = ToyModel.target();

    @ParameterizedTest
    @EnumSource(Timestamps.class)
    void writesWhatTheTargetAloneWrites(Timestamps timestamps) {
        SpeechToText drafting = DefaultPipelines.withDraft(target, ToyModel.draft(), 4);
        SpeechToText looking = DefaultPipelines.byLookup(target, 4);
        SpeechToText recycling = DefaultPipelines.bySpecAsr(target, ToyModel.draft(), 24);
        long drafted = 0;
        for (int seed = 0; seed < 20; seed++) {
            TranscriptionOptions options =
                    GERMAN.with(timestamps).withMaxNewTokens(12).with(new Sampling(seed % 3 * 0.5, 0, 1, 1, seed));
            Recording recording = Recording.of(Sounds.noise(2.5, seed)).with(options);

            Transcript alone = drafting.transcribe(recording.with(options.with(Speculation.OFF)));

            Transcript quick = drafting.transcribe(recording);
            assertThat(quick.tokens()).isEqualTo(alone.tokens());
            assertThat(looking.transcribe(recording).tokens()).isEqualTo(alone.tokens());
            assertThat(recycling.transcribe(recording).tokens()).isEqualTo(alone.tokens());
            assertThat(drafting.transcribe(recording).text()).isEqualTo(alone.text());
            assertThat(drafting.transcribe(recording.with(options.with(Speculation.PLAIN)))
                            .tokens())
                    .isEqualTo(alone.tokens());
            assertThat(alone.report().drafted()).isZero();
            drafted += quick.report().drafted();
        }
        assertThat(drafted).isPositive();
    }

    @Test
    void drawsEachWindowWithNoiseOfItsOwn() {
        SpeechToText pipeline = DefaultPipelines.byLookup(target, 4);
        float[] second = new float[2 * 16_000];
        for (int i = 0; i < second.length; i++) {
            second[i] = (float) Math.sin(i);
        }
        float[] twice = new float[2 * second.length];
        System.arraycopy(second, 0, twice, 0, second.length);
        System.arraycopy(second, 0, twice, second.length, second.length);

        Transcript transcript = pipeline.transcribe(Recording.of(Sound.ofSamples(twice, 16_000))
                .with(GERMAN.with(Timestamps.NONE).at(3, 7).withMaxNewTokens(8)));

        assertThat(transcript.segments()).hasSize(2);
        assertThat(transcript.segments().get(0).text())
                .isNotEqualTo(transcript.segments().get(1).text());
    }

    @Test
    void asksInTheOrderThatTheModelLearnt() {
        SpeechToTextPipeline pipeline = (SpeechToTextPipeline) DefaultPipelines.byLookup(target, 4);
        Recording recording = Recording.of(Sounds.noise(1, 1))
                .with(GERMAN.with(Task.TRANSLATE).with(Timestamps.NONE).after("ab"));

        Prompts prompts = pipeline.prompts(recording);

        assertThat(IntStream.range(0, prompts.target().length())
                        .map(i -> prompts.target().token(i, 0)))
                .containsExactly(
                        ToyVocabulary.PREVIOUS,
                        ToyVocabulary.WORDS,
                        ToyVocabulary.WORDS + 1,
                        ToyVocabulary.START,
                        ToyVocabulary.GERMAN,
                        ToyVocabulary.TRANSLATE,
                        ToyVocabulary.WITHOUT_TIMESTAMPS);
    }

    @Test
    void keepsTheEndOfAPromptThatIsTooLong() {
        SpeechToTextPipeline pipeline = (SpeechToTextPipeline) DefaultPipelines.byLookup(target, 4);

        Prompts prompts = pipeline.prompts(Recording.of(Sounds.noise(1, 1)).with(GERMAN.after("a".repeat(100) + "b")));

        assertThat(prompts.target().length()).isEqualTo(1 + ToyModel.CONTEXT / 2 - 1 + 3);
        assertThat(prompts.target().token(ToyModel.CONTEXT / 2 - 1, 0)).isEqualTo(ToyVocabulary.WORDS + 1);
    }

    @Test
    void findsTheLanguageOutOnceForAllWindows() {
        ScriptedModel model = new ScriptedModel(new int[] {ToyVocabulary.WORDS, ToyVocabulary.END});

        Transcript transcript = DefaultPipelines.byLookup(model, 4)
                .transcribe(Recording.of(Sounds.noise(3, 1)).with(TranscriptionOptions.DEFAULT.with(Timestamps.NONE)));

        assertThat(transcript.language()).isEqualTo("de");
    }

    @Test
    void asksAModelOfOneLanguageForNone() {
        ToyModel english = ToyModel.saying(Map.of("is_multilingual", new int[] {0}, "suppress_tokens", new int[] {1}));
        SpeechToTextPipeline pipeline = (SpeechToTextPipeline) DefaultPipelines.byLookup(english, 4);
        Recording recording = Recording.of(Sounds.noise(1, 1));

        assertThat(pipeline.prompts(recording).target().length()).isEqualTo(1);
        assertThat(pipeline.transcribe(recording).language()).isEqualTo("en");
        assertThatThrownBy(() -> pipeline.transcribe(recording.with(GERMAN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[en]");
        assertThatThrownBy(() -> pipeline.transcribe(recording.with(TranscriptionOptions.DEFAULT.with(Task.TRANSLATE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("many languages");
    }

    @Test
    void refusesALanguageThatTheModelDoesNotKnow() {
        assertThatThrownBy(() -> DefaultPipelines.byLookup(target, 4)
                        .transcribe(Recording.of(Sounds.noise(1, 1)).with(GERMAN.in("xx"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[en, de]")
                .hasMessageContaining("\"xx\"");
    }

    @Test
    void refusesMarksInThePrompt() {
        assertThatThrownBy(() -> DefaultPipelines.byLookup(new ScriptedModel(), 4)
                        .transcribe(Recording.of(Sounds.noise(1, 1)).with(GERMAN.after("<|endoftext|>"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<|endoftext|>");
    }

    @Test
    void hearsOnceForAPairThatSharesItsEncoder() {
        ToyModel draft = ToyModel.draft();
        SpeechToText pipeline = DefaultPipelines.withDraft(target, draft, 4);

        pipeline.transcribe(Recording.of(Sounds.noise(7, 1)).with(GERMAN.with(Timestamps.NONE)));

        assertThat(target.encoded).hasValue(4);
        assertThat(draft.encoded).hasValue(1); // the first window shows that the two hear the same
    }

    @Test
    void cutsTheTextIntoPiecesThatAddUpToIt() {
        Transcript transcript = DefaultPipelines.withDraft(target, ToyModel.draft(), 4)
                .transcribe(Recording.of(Sounds.noise(2, 4)).with(GERMAN.at(0.7, 3)));

        assertThat(transcript.segments())
                .isNotEmpty()
                .allSatisfy(segment -> assertThat(segment.pieces().stream()
                                .map(Piece::text)
                                .collect(Collectors.joining())
                                .strip())
                        .isEqualTo(segment.text()));
    }

    @Test
    void writesWithThePresetThatIsNamed() {
        SpeechToText presets = new SpeechToTextPresets(List.of(
                DefaultPipelines.bySpecAsr(target, ToyModel.draft(), 4),
                DefaultPipelines.byLookup(target, 4),
                DefaultPipelines.withDraft(target, ToyModel.draft(), 4)));
        Recording recording = Recording.of(Sounds.noise(1, 1)).with(GERMAN);

        assertThat(presets.transcribe(recording.with(GERMAN.with(Speculation.of("lookup"))))
                        .tokens())
                .isEqualTo(presets.transcribe(recording).tokens());
        assertThatThrownBy(() -> presets.transcribe(recording.with(GERMAN.with(Speculation.of("fast")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"default\", \"lookup\", \"chain\"");
    }
}
