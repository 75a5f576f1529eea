package dev.specula.spring.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.media.Sound;
import dev.specula.media.UnreadableSoundException;
import dev.specula.plan.Speculation;
import dev.specula.speech.Recording;
import dev.specula.speech.SpeechToText;
import dev.specula.speech.Task;
import dev.specula.speech.Timestamps;
import dev.specula.speech.TranscriptionOptions;
import dev.specula.spring.Outcome;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.UnknownPresetException;
import dev.specula.spring.model.ModelAutoConfiguration;
import dev.specula.spring.model.ModelStartException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SpeechToTextServingTests {
    private static final Sound SOUND = Sound.ofSamples(new float[] {0.5f}, 16_000);

    private final ScriptedSpeechToText scripted = new ScriptedSpeechToText("dictation", "default");
    private final ScriptedSpeechToText quick = new ScriptedSpeechToText("dictation", "quick");
    private final ApplicationContextRunner bare = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SpeculaAutoConfiguration.class, ModelAutoConfiguration.class, SpeechToTextAutoConfiguration.class));
    private final ApplicationContextRunner runner =
            bare.withBean("dictationPipeline", SpeechToText.class, () -> scripted);

    @Test
    void writesOnDecodingThreadsAndCounts() {
        runner.run(context -> {
            assertThat(context.getBean(SpeechToText.class).transcribe(SOUND).text())
                    .isEqualTo("good morning everybody");
            assertThat(scripted.thread()).startsWith("specula-answer-");
            assertThat(context.getBean(ServedPipelines.class).all())
                    .singleElement()
                    .satisfies(pipeline -> {
                        assertThat(pipeline.modality()).isEqualTo("speech-to-text");
                        assertThat(pipeline.statistics().outcomes()).containsEntry(Outcome.END, 1L);
                        assertThat(pipeline.statistics().tokens()).isEqualTo(3);
                    });
        });
    }

    @Test
    void writesAsThePropertiesOfThePipelineSay() {
        runner.withPropertyValues(
                        "specula.pipelines.dictation.defaults.temperature=0.4",
                        "specula.pipelines.dictation.defaults.seed=7",
                        "specula.pipelines.dictation.speculation=off")
                .run(context -> {
                    context.getBean(SpeechToText.class).transcribe(SOUND);

                    TranscriptionOptions options = scripted.asked().options();
                    assertThat(options.sampling().temperature()).isEqualTo(0.4);
                    assertThat(options.sampling().seed()).isEqualTo(7);
                    assertThat(options.speculation()).isEqualTo(Speculation.OFF);
                });
    }

    @Test
    void letsAWindowOfSpeechBeAsLongAsWhisperDoesWhereNobodySays() {
        runner.run(context -> assertThat(
                        context.getBean(SpeechToText.class).options().maxNewTokens())
                .isEqualTo(TranscriptionOptions.DEFAULT.maxNewTokens()));
    }

    @Test
    void leavesTheOptionsOfARequestAlone() {
        TranscriptionOptions own = TranscriptionOptions.DEFAULT.in("de").in(TranscriptionOptions.DETECTED);

        runner.withPropertyValues("specula.pipelines.dictation.defaults.temperature=0.4")
                .run(context -> {
                    context.getBean(SpeechToText.class)
                            .transcribe(Recording.of(SOUND).with(own));

                    assertThat(scripted.asked().options()).isSameAs(own);
                });
    }

    @Test
    void takesLanguageTaskTimestampsAndPromptOfItsOwnPipelineFromProperties() {
        bare.withBean("speechToText", SpeechToText.class, () -> scripted)
                .withPropertyValues(
                        "specula.audio.defaults.language=de",
                        "specula.audio.defaults.task=translate",
                        "specula.audio.defaults.timestamps=none",
                        "specula.audio.defaults.prompt=Specula",
                        "specula.audio.defaults.max-new-tokens=90")
                .run(context -> {
                    TranscriptionOptions options =
                            context.getBean(SpeechToText.class).options();

                    assertThat(options.language()).isEqualTo("de");
                    assertThat(options.task()).isEqualTo(Task.TRANSLATE);
                    assertThat(options.timestamps()).isEqualTo(Timestamps.NONE);
                    assertThat(options.prompt()).isEqualTo("Specula");
                    assertThat(options.maxNewTokens()).isEqualTo(90);
                });
    }

    @Test
    void takesThePresetThatARequestNames() {
        withPresets().run(context -> {
            SpeechToText speech = context.getBean("dictationPipeline", SpeechToText.class);
            TranscriptionOptions options = TranscriptionOptions.DEFAULT;

            speech.transcribe(Recording.of(SOUND).with(options.with(Speculation.preset("quick"))));

            assertThat(quick.asked().sound()).isSameAs(SOUND);
            assertThatThrownBy(
                            () -> speech.transcribe(Recording.of(SOUND).with(options.with(Speculation.preset("fast")))))
                    .isInstanceOf(UnknownPresetException.class)
                    .hasMessageContainingAll("default", "quick", "\"fast\"");
        });
    }

    @Test
    void failsTheStartWhereThePropertiesNameNoPreset() {
        withPresets()
                .withPropertyValues("specula.pipelines.dictation.speculation=fast")
                .run(context -> assertThat(Objects.requireNonNull(context.getStartupFailure()))
                        .isInstanceOf(UnknownPresetException.class));
    }

    @Test
    void countsSoundThatCannotBeReadAsRefused() {
        scripted.failing(new UnreadableSoundException("no sound"));

        runner.run(context -> {
            SpeechToText speech = context.getBean(SpeechToText.class);

            assertThatThrownBy(() -> speech.transcribe(SOUND)).isInstanceOf(UnreadableSoundException.class);
            assertThat(context.getBean(ServedPipelines.class)
                            .all()
                            .get(0)
                            .statistics()
                            .outcomes())
                    .containsOnlyKeys(Outcome.REFUSED);
        });
    }

    @Test
    void saysWhichPropertyNamesAModelThatIsNotThere() {
        bare.withPropertyValues("specula.audio.target=file:nowhere/whisper/")
                .run(context -> assertThat(Objects.requireNonNull(context.getStartupFailure()))
                        .hasStackTraceContaining(ModelStartException.class.getName())
                        .hasStackTraceContaining("nowhere/whisper"));
    }

    @Test
    void isAbsentWithoutTheModality() {
        bare.withClassLoader(new FilteredClassLoader(SpeechToText.class))
                .run(context -> assertThat(context).doesNotHaveBean("speechToTextServing"));
    }

    private ApplicationContextRunner withPresets() {
        return runner.withBean(
                "dictationQuickPipeline",
                SpeechToText.class,
                () -> quick,
                definition -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false));
    }
}
