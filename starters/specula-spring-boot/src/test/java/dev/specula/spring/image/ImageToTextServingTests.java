package dev.specula.spring.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.media.Picture;
import dev.specula.plan.Speculation;
import dev.specula.report.Finish;
import dev.specula.spring.AnswerListener;
import dev.specula.spring.Outcome;
import dev.specula.spring.ServedPipeline;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.UnknownPresetException;
import dev.specula.text.Answer;
import dev.specula.text.AnswerOptions;
import dev.specula.visionlanguage.ImageToText;
import dev.specula.visionlanguage.Question;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ImageToTextServingTests {
    private static final Picture PICTURE = Picture.of(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));

    private final ScriptedImageToText scripted = new ScriptedImageToText("captioner", "default");
    private final ScriptedImageToText longAnswers = new ScriptedImageToText("captioner", "long-answers");
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(SpeculaAutoConfiguration.class, ImageToTextAutoConfiguration.class))
            .withBean("captionerPipeline", ImageToText.class, () -> scripted);

    @Test
    void answersOnDecodingThreadsAndPassesEachPieceOn() {
        runner.run(context -> {
            List<String> pieces = new ArrayList<>();

            Answer answer = context.getBean(ImageToText.class)
                    .answer(Question.caption(PICTURE), (text, origin) -> pieces.add(text));

            assertThat(answer.text()).isEqualTo("a red circle.");
            assertThat(pieces).containsExactly("a", " red", " circle", ".");
            assertThat(scripted.thread()).startsWith("specula-answer-");
        });
    }

    @Test
    void answersQuestionsWithoutOptionsAsThePropertiesSay() {
        runner.withPropertyValues(
                        "specula.pipelines.captioner.defaults.temperature=0.8",
                        "specula.pipelines.captioner.defaults.top-k=5",
                        "specula.pipelines.captioner.defaults.seed=7",
                        "specula.pipelines.captioner.defaults.max-new-tokens=9",
                        "specula.pipelines.captioner.speculation=off")
                .run(context -> {
                    ImageToText pictures = context.getBean(ImageToText.class);

                    pictures.caption(PICTURE);

                    AnswerOptions options = scripted.asked().options();
                    assertThat(options).isEqualTo(pictures.options());
                    assertThat(options.sampling().temperature()).isEqualTo(0.8);
                    assertThat(options.sampling().topK()).isEqualTo(5);
                    assertThat(options.sampling().seed()).isEqualTo(7);
                    assertThat(options.maxNewTokens()).isEqualTo(9);
                    assertThat(options.speculation()).isEqualTo(Speculation.OFF);
                });
    }

    @Test
    void leavesTheOptionsOfARequestAlone() {
        AnswerOptions own = AnswerOptions.DEFAULT.withMaxNewTokens(3).withMaxNewTokens(128);

        runner.withPropertyValues("specula.pipelines.captioner.defaults.temperature=0.8")
                .run(context -> {
                    context.getBean(ImageToText.class)
                            .answer(Question.caption(PICTURE).with(own));

                    assertThat(scripted.asked().options()).isSameAs(own);
                });
    }

    @Test
    void drawsASeedForEachAnswerWhereNoneIsSet() {
        runner.run(context -> {
            ImageToText pictures = context.getBean(ImageToText.class);

            assertThat(pictures.options().sampling().seed())
                    .isNotEqualTo(pictures.options().sampling().seed());
        });
    }

    @Test
    void takesThePresetThatAQuestionNames() {
        withPresets().run(context -> {
            ImageToText pictures = context.getBean("captionerPipeline", ImageToText.class);

            pictures.answer(
                    Question.caption(PICTURE).with(AnswerOptions.DEFAULT.with(Speculation.preset("long-answers"))));

            assertThat(longAnswers.asked().picture()).isSameAs(PICTURE);
        });
    }

    @Test
    void takesThePresetThatThePropertiesName() {
        withPresets()
                .withPropertyValues("specula.pipelines.captioner.speculation=long-answers")
                .run(context -> {
                    context.getBean("captionerPipeline", ImageToText.class).caption(PICTURE);

                    assertThat(longAnswers.asked().picture()).isSameAs(PICTURE);
                });
    }

    @Test
    void refusesAPresetThatDoesNotExistAndNamesThoseThatDo() {
        withPresets().run(context -> {
            ImageToText pictures = context.getBean("captionerPipeline", ImageToText.class);
            Question question =
                    Question.caption(PICTURE).with(AnswerOptions.DEFAULT.with(Speculation.preset("longanswers")));

            assertThatThrownBy(() -> pictures.answer(question))
                    .isInstanceOf(UnknownPresetException.class)
                    .hasMessageContainingAll("default", "long-answers", "\"longanswers\"");
        });
    }

    @Test
    void failsTheStartWhereThePropertiesNameNoPreset() {
        withPresets()
                .withPropertyValues("specula.pipelines.captioner.speculation=fast")
                .run(context -> assertThat(Objects.requireNonNull(context.getStartupFailure()))
                        .isInstanceOf(UnknownPresetException.class));
    }

    private ApplicationContextRunner withPresets() {
        return runner.withBean(
                "captionerLongAnswersPipeline",
                ImageToText.class,
                () -> longAnswers,
                definition -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false));
    }

    @Test
    void returnsWhatWasSaidWhenTheWaitingThreadIsInterrupted() {
        scripted.endless();

        runner.run(context -> {
            ImageToText pictures = context.getBean(ImageToText.class);
            CompletableFuture<Answer> answered = new CompletableFuture<>();
            CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
            Thread waiting = new Thread(() -> {
                answered.complete(pictures.caption(PICTURE));
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            waiting.start();
            assertThat(scripted.begun().await(10, TimeUnit.SECONDS)).isTrue();

            waiting.interrupt();

            assertThat(answered.get(10, TimeUnit.SECONDS).finish()).isEqualTo(Finish.CANCELLED);
            assertThat(stillInterrupted.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(statistics(context.getBean(ServedPipelines.class))
                            .statistics()
                            .outcomes())
                    .containsOnlyKeys(Outcome.CANCELLED);
        });
    }

    @Test
    void countsAnAnswerWhoseListenerFailedAsCancelledByItsCaller() {
        runner.run(context -> {
            ImageToText pictures = context.getBean(ImageToText.class);
            ServedPipeline pipeline = statistics(context.getBean(ServedPipelines.class));

            assertThatThrownBy(() -> pictures.answer(Question.caption(PICTURE), (text, origin) -> {
                        throw new UncheckedIOException(new IOException("the client is gone"));
                    }))
                    .isInstanceOf(UncheckedIOException.class);

            assertThat(pipeline.statistics().outcomes()).containsOnlyKeys(Outcome.CANCELLED);
            assertThat(pipeline.statistics().isFailing()).isFalse();
        });
    }

    @Test
    void answersThoughAListenerOfStatisticsFails() {
        AnswerListener broken = (pipeline, answer) -> {
            throw new IllegalStateException("no room for a meter");
        };

        runner.withBean(AnswerListener.class, () -> broken).run(context -> {
            assertThat(context.getBean(ImageToText.class).caption(PICTURE).text())
                    .isEqualTo("a red circle.");
            assertThat(statistics(context.getBean(ServedPipelines.class))
                            .statistics()
                            .outcomes())
                    .containsOnly(Map.entry(Outcome.END, 1L));
        });
    }

    @Test
    void answersAgainWhenTheContextWasStoppedAndStarted() {
        runner.run(context -> {
            context.stop();
            context.start();

            assertThat(context.getBean(ImageToText.class).caption(PICTURE).text())
                    .isEqualTo("a red circle.");
        });
    }

    @Test
    void countsAnswersAndTheirRounds() {
        runner.run(context -> {
            context.getBean(ImageToText.class).caption(PICTURE);
            context.getBean(ImageToText.class).caption(PICTURE);

            ServedPipeline pipeline = statistics(context.getBean(ServedPipelines.class));
            assertThat(pipeline.bean()).isEqualTo("captionerPipeline");
            assertThat(pipeline.statistics().outcomes()).containsEntry(Outcome.END, 2L);
            assertThat(pipeline.statistics().rounds().rounds()).isEqualTo(4);
            assertThat(pipeline.statistics().tokens()).isEqualTo(8);
        });
    }

    @Test
    void tellsRefusedRequestsFromFailuresOfTheEngine() {
        scripted.failing(new IllegalArgumentException("topK must be …"));

        runner.run(context -> {
            ImageToText pictures = context.getBean(ImageToText.class);
            ServedPipeline pipeline = statistics(context.getBean(ServedPipelines.class));

            assertThatThrownBy(() -> pictures.caption(PICTURE)).isInstanceOf(IllegalArgumentException.class);
            assertThat(pipeline.statistics().isFailing()).isFalse();

            scripted.failing(new IllegalStateException("the engine is gone"));
            assertThatThrownBy(() -> pictures.caption(PICTURE)).isInstanceOf(IllegalStateException.class);
            assertThat(pipeline.statistics().isFailing()).isTrue();
            assertThat(pipeline.statistics().outcomes())
                    .containsEntry(Outcome.REFUSED, 1L)
                    .containsEntry(Outcome.FAILED, 1L);
        });
    }

    @Test
    void saysPairPresetGuaranteeAndBytesInOneLine() {
        runner.run(context -> assertThat(statistics(context.getBean(ServedPipelines.class)))
                .hasToString(
                        "image-to-text \"captionerPipeline\": painter (ri8, 11.0 MB) drafted by sketcher (f32, 2.8 MB),"
                                + " preset default (model, chain, match, self-tuning, at most 8 nodes), guarantee SAME_TOKENS,"
                                + " 13.8 MB of weights, 0.4 MB of cache per answer"));
    }

    @Test
    void isAbsentWithoutTheModality() {
        runner.withClassLoader(new FilteredClassLoader(ImageToText.class))
                .run(context -> assertThat(context).doesNotHaveBean("imageToTextServing"));
    }

    private static ServedPipeline statistics(ServedPipelines pipelines) {
        assertThat(pipelines.all()).hasSize(1);
        return pipelines.all().get(0);
    }
}
