package dev.specula.spring.imagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.specula.plan.Speculation;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.drawing.ScriptedTextToImage;
import dev.specula.spring.drawing.TextToImageAutoConfiguration;
import dev.specula.texttoimage.TextToImage;
import dev.specula.token.Guidance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.ai.image.ImageModel;
import org.springframework.ai.image.ImageOptionsBuilder;
import org.springframework.ai.image.ImagePrompt;
import org.springframework.ai.image.ImageResponse;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SpeculaImageModelTests {
    private final ScriptedTextToImage scripted = new ScriptedTextToImage("painter", "default");
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SpeculaAutoConfiguration.class,
                    TextToImageAutoConfiguration.class,
                    SpeculaImageAutoConfiguration.class))
            .withBean("painterPipeline", TextToImage.class, () -> scripted);

    @Test
    void drawsPngFilesInBase64() {
        runner.run(context -> {
            ImageResponse response = context.getBean(ImageModel.class).call(new ImagePrompt("a red star"));

            assertThat(width(response)).isEqualTo(4);
            assertThat(scripted.asked()).singleElement().satisfies(caption -> {
                assertThat(caption.words()).isEqualTo("a red star");
                assertThat(caption.options().guidance().scale()).isEqualTo(3);
            });
        });
    }

    @Test
    void drawsAsManyAsWantedWithSeedsInARow() {
        SpeculaImageOptions options = SpeculaImageOptions.builder()
                .n(3)
                .seed(7)
                .guidance(2)
                .plausibility(0.1)
                .temperature(0.5)
                .topK(9)
                .speculation(Speculation.OFF)
                .build();
        ImageResponse response = new SpeculaImageModel(scripted).call(new ImagePrompt("a red star", options));

        assertThat(response.getResults()).hasSize(3);
        assertThat(scripted.asked())
                .extracting(caption -> caption.options().sampling().seed())
                .containsExactly(7L, 8L, 9L);
        assertThat(scripted.asked().get(0).options()).satisfies(asked -> {
            assertThat(asked.guidance()).isEqualTo(new Guidance(2, 0.1));
            assertThat(asked.sampling().temperature()).isEqualTo(0.5);
            assertThat(asked.sampling().topK()).isEqualTo(9);
            assertThat(asked.speculation()).isEqualTo(Speculation.OFF);
        });
    }

    @Test
    void refusesWhatItCannotHonour() {
        SpeculaImageModel model = new SpeculaImageModel(scripted);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.call(new ImagePrompt(
                        "a star",
                        ImageOptionsBuilder.builder().responseFormat("url").build())))
                .withMessageContaining("b64_json");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.call(new ImagePrompt(
                        "a star", ImageOptionsBuilder.builder().width(512).build())))
                .withMessageContaining("together");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.call(new ImagePrompt(
                        "a star", SpeculaImageOptions.builder().size(5, 5).build())))
                .withMessageContaining("4 x 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.call(new ImagePrompt(" ")))
                .withMessageContaining("must have words");
    }

    @Test
    void stepsBackWithoutSpringAiOrWhereAnotherModelIsSelected() {
        runner.withClassLoader(new FilteredClassLoader(ImageModel.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("speculaImageModel"));
        runner.withPropertyValues("spring.ai.model.image=other")
                .run(context -> assertThat(context).doesNotHaveBean(ImageModel.class));
    }

    private static int width(ImageResponse response) {
        byte[] png = Base64.getDecoder()
                .decode(response.getResults().get(0).getOutput().getB64Json());
        try {
            return ImageIO.read(new ByteArrayInputStream(png)).getWidth();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
