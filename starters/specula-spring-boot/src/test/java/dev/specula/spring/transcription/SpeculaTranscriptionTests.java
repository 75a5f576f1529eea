package dev.specula.spring.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.media.UnreadableSoundException;
import dev.specula.report.Finish;
import dev.specula.speech.SpeechToText;
import dev.specula.speech.TranscriptionOptions;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.audio.ScriptedSpeechToText;
import dev.specula.spring.audio.SpeechToTextAutoConfiguration;
import dev.specula.spring.model.ModelAutoConfiguration;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.ai.audio.transcription.AudioTranscriptionPrompt;
import org.springframework.ai.audio.transcription.AudioTranscriptionResponse;
import org.springframework.ai.audio.transcription.TranscriptionModel;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import reactor.test.StepVerifier;

class SpeculaTranscriptionTests {
    private final ScriptedSpeechToText scripted = new ScriptedSpeechToText("dictation", "default");
    private final SpeculaTranscriptionModel model = new SpeculaTranscriptionModel(scripted);
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SpeculaAutoConfiguration.class,
                    ModelAutoConfiguration.class,
                    SpeechToTextAutoConfiguration.class,
                    SpeculaTranscriptionAutoConfiguration.class))
            .withBean("dictationPipeline", SpeechToText.class, () -> scripted);

    @Test
    void servesSpringsModelOverThePipeline() {
        runner.run(
                context -> assertThat(context.getBean(TranscriptionModel.class).transcribe(wav()))
                        .isEqualTo("good morning everybody"));
    }

    @Test
    void tellsSegmentsLanguageAndCountsInTheMetadata() {
        AudioTranscriptionResponse response = model.call(new AudioTranscriptionPrompt(wav()));

        assertThat(response.getMetadata().<Object>get("language")).isEqualTo("en");
        assertThat(response.getMetadata().<Object>get("finish")).isEqualTo(Finish.END);
        assertThat(response.getMetadata().<Object>get("specula.accepted.tokens"))
                .isEqualTo(2L);
    }

    @Test
    void takesOptionsOfOurs() {
        TranscriptionOptions options = TranscriptionOptions.DEFAULT.in("de");

        model.call(new AudioTranscriptionPrompt(wav(), SpeculaTranscriptionOptions.of(options)));
        assertThat(scripted.asked().options()).isSameAs(options);

        model.call(new AudioTranscriptionPrompt(wav(), () -> "another"));
        assertThat(scripted.asked().options()).isSameAs(TranscriptionOptions.DEFAULT);
    }

    @Test
    void streamsASegmentAtATimeAndTheMetadataLast() {
        StepVerifier.create(model.stream(new AudioTranscriptionPrompt(wav())))
                .assertNext(first -> {
                    assertThat(first.getResult().getOutput()).isEqualTo("good morning");
                    assertThat(first.getMetadata().<Object>get("end")).isEqualTo(Duration.ofSeconds(1));
                })
                .assertNext(second -> assertThat(second.getResult().getOutput()).isEqualTo("everybody"))
                .assertNext(last ->
                        assertThat(last.getMetadata().<Object>get("finish")).isEqualTo(Finish.END))
                .verifyComplete();
    }

    @Test
    void refusesWhatIsNoSound() {
        Resource text = new ByteArrayResource("words".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> model.transcribe(text)).isInstanceOf(UnreadableSoundException.class);
    }

    @Test
    void isAbsentWhereAnotherProviderIsChosenOrSpringAiIsMissing() {
        runner.withPropertyValues("spring.ai.model.audio.transcription=other")
                .run(context -> assertThat(context).doesNotHaveBean(TranscriptionModel.class));
        runner.withClassLoader(new FilteredClassLoader("org.springframework.ai"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(SpeechToText.class));
    }

    private static Resource wav() {
        ByteBuffer file = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(40);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        file.putShort((short) 1)
                .putInt(16_000)
                .putInt(32_000)
                .putShort((short) 2)
                .putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(4)
                .putShort((short) 9000)
                .putShort((short) 1);
        return new ByteArrayResource(file.array());
    }
}
