package dev.specula.spring.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.plan.Speculation;
import dev.specula.spring.Outcome;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.image.ImageToTextAutoConfiguration;
import dev.specula.spring.image.ScriptedImageToText;
import dev.specula.visionlanguage.ImageToText;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.content.Media;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.MimeTypeUtils;
import reactor.test.StepVerifier;

class SpeculaChatTests {
    private final ScriptedImageToText scripted = new ScriptedImageToText("captioner", "default");
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SpeculaAutoConfiguration.class,
                    ImageToTextAutoConfiguration.class,
                    SpeculaChatAutoConfiguration.class))
            .withBean("captionerPipeline", ImageToText.class, () -> scripted);

    @Test
    void answersAQuestionAboutTheMediaOfAUserMessage() {
        runner.run(context -> {
            ChatModel chat = context.getBean(ChatModel.class);

            ChatResponse response = chat.call(new Prompt(about("what is it?")));

            assertThat(text(response)).isEqualTo("a red circle.");
            assertThat(finishReason(response)).isEqualTo("stop");
            assertThat(response.getMetadata().getModel()).isEqualTo("painter");
            assertThat(response.getMetadata().getUsage().getCompletionTokens()).isEqualTo(4);
            assertThat(scripted.asked().words()).isEqualTo("what is it?");
            assertThat(scripted.asked().picture().width()).isEqualTo(8);
        });
    }

    @Test
    void describesThePictureWhereNothingIsAsked() {
        runner.run(context -> {
            context.getBean(ChatModel.class).call(new Prompt(about(" ")));

            assertThat(scripted.asked().words()).isEqualTo("describe the picture.");
        });
    }

    @Test
    void honoursPortableAndOwnOptions() {
        runner.run(context -> {
            ChatOptions options = SpeculaChatOptions.builder()
                    .temperature(0.8)
                    .topK(3)
                    .maxTokens(5)
                    .seed(7L)
                    .speculation(Speculation.OFF)
                    .build()
                    .mutate()
                    .topP(0.5)
                    .build();

            context.getBean(ChatModel.class).call(new Prompt(about("what?"), options));

            assertThat(scripted.asked().options().sampling().temperature()).isEqualTo(0.8);
            assertThat(scripted.asked().options().sampling().topK()).isEqualTo(3);
            assertThat(scripted.asked().options().sampling().topP()).isEqualTo(0.5);
            assertThat(scripted.asked().options().sampling().seed()).isEqualTo(7);
            assertThat(scripted.asked().options().maxNewTokens()).isEqualTo(5);
            assertThat(scripted.asked().options().speculation()).isEqualTo(Speculation.OFF);
        });
    }

    @Test
    void refusesLoudlyWhatItCannotHonour() {
        ChatModel chat = new SpeculaChatModel(scripted);
        ChatOptions penalty = ChatOptions.builder().presencePenalty(0.5).build();
        ChatOptions stop = ChatOptions.builder().stopSequences(List.of(".")).build();

        assertThatThrownBy(() -> chat.call(new Prompt(about("what?"), penalty)))
                .hasMessageContaining("presencePenalty must be 0");
        assertThatThrownBy(() -> chat.call(new Prompt(about("what?"), stop)))
                .hasMessageContaining("stopSequences must be empty");
        assertThatThrownBy(() -> chat.call(new Prompt(List.of(new SystemMessage("be brief"), about("what?")))))
                .hasMessageContaining("system message");
        assertThatThrownBy(() -> chat.call(new Prompt("what?"))).hasMessageContaining("must hold a picture");
    }

    @Test
    void streamsPiecesAndEndsWithUsageAndFinishReason() {
        runner.run(context -> {
            List<ChatResponse> responses = context.getBean(ChatModel.class).stream(new Prompt(about("what?")))
                    .toStream()
                    .toList();

            assertThat(responses).hasSize(5);
            assertThat(responses.stream().map(SpeculaChatTests::text).collect(Collectors.joining()))
                    .isEqualTo("a red circle.");
            ChatResponse last = responses.get(4);
            assertThat(last.getMetadata().getUsage().getCompletionTokens()).isEqualTo(4);
            assertThat(finishReason(last)).isEqualTo("stop");
        });
    }

    @Test
    void stopsTheAnswerWhenTheStreamIsCancelled() {
        scripted.endless();

        runner.run(context -> {
            StepVerifier.create(context.getBean(ChatModel.class).stream(new Prompt(about("what?"))))
                    .expectNextCount(6)
                    .thenCancel()
                    .verify(Duration.ofSeconds(10));

            ServedPipelines pipelines = context.getBean(ServedPipelines.class);
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(pipelines.all().get(0).statistics().outcomes())
                                    .containsOnlyKeys(Outcome.CANCELLED));
        });
    }

    @Test
    void isObservedAsSpringAiObservesItsModels() {
        TestObservationRegistry observations = TestObservationRegistry.create();

        runner.withBean(ObservationRegistry.class, () -> observations).run(context -> {
            context.getBean(ChatModel.class).call(new Prompt(about("what?")));

            TestObservationRegistryAssert.assertThat(observations)
                    .hasObservationWithNameEqualTo("gen_ai.client.operation")
                    .that()
                    .hasLowCardinalityKeyValue("gen_ai.system", "specula")
                    .hasLowCardinalityKeyValue("gen_ai.request.model", "painter")
                    .hasBeenStopped();
        });
    }

    @Test
    void leavesTheFieldToAnotherProvider() {
        ChatModel other = prompt -> {
            throw new AssertionError("the other model is not asked");
        };

        runner.withBean("other", ChatModel.class, () -> other)
                .run(context -> assertThat(context.getBean(ChatModel.class)).isSameAs(other));
        runner.withPropertyValues("spring.ai.model.chat=other")
                .run(context -> assertThat(context).doesNotHaveBean(SpeculaChatModel.class));
    }

    @Test
    void startsWithoutSpringAi() {
        runner.withClassLoader(new FilteredClassLoader("org.springframework.ai"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean("speculaChatModel")
                        .hasSingleBean(ImageToText.class));
    }

    private static @Nullable String text(ChatResponse response) {
        return Objects.requireNonNull(response.getResult()).getOutput().getText();
    }

    private static @Nullable String finishReason(ChatResponse response) {
        return Objects.requireNonNull(response.getResult()).getMetadata().getFinishReason();
    }

    private static UserMessage about(String words) {
        return UserMessage.builder()
                .text(words)
                .media(new Media(MimeTypeUtils.IMAGE_PNG, new ByteArrayResource(png())))
                .build();
    }

    private static byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
