package dev.specula.spring.imagemodel;

import dev.specula.report.RunReport;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.Drawing;
import dev.specula.texttoimage.TextToImage;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.ai.image.Image;
import org.springframework.ai.image.ImageGeneration;
import org.springframework.ai.image.ImageModel;
import org.springframework.ai.image.ImagePrompt;
import org.springframework.ai.image.ImageResponse;
import org.springframework.ai.image.ImageResponseMetadata;
import org.springframework.ai.image.observation.DefaultImageModelObservationConvention;
import org.springframework.ai.image.observation.ImageModelObservationContext;
import org.springframework.ai.image.observation.ImageModelObservationConvention;
import org.springframework.ai.image.observation.ImageModelObservationDocumentation;

/**
 * Spring AI's image model over a pipeline: a caption in, PNG files in Base64 out, as many as asked for, one after the other.
 * Thread-safe.
 */
public final class SpeculaImageModel implements ImageModel {
    private static final String PROVIDER = "specula";
    private static final ImageModelObservationConvention USUAL = new DefaultImageModelObservationConvention();

    private final TextToImage pictures;
    private final ObservationRegistry observations;
    private final ImageModelObservationConvention convention;

    /** Draws with {@code pictures}, observed as Spring AI observes its models. */
    public SpeculaImageModel(
            TextToImage pictures, ObservationRegistry observations, ImageModelObservationConvention convention) {
        this.pictures = pictures;
        this.observations = observations;
        this.convention = convention;
    }

    /** Draws with {@code pictures}, unobserved. */
    public SpeculaImageModel(TextToImage pictures) {
        this(pictures, ObservationRegistry.NOOP, USUAL);
    }

    @Override
    public ImageResponse call(ImagePrompt prompt) {
        ImageModelObservationContext context = ImageModelObservationContext.builder()
                .imagePrompt(withOptions(prompt))
                .provider(PROVIDER)
                .build();
        Observation observation = ImageModelObservationDocumentation.IMAGE_MODEL_OPERATION.observation(
                convention, USUAL, () -> context, observations);
        return Objects.requireNonNull(observation.observe(() -> {
            ImageResponse response = draw(ImageRequest.of(prompt, pictures.options()));
            context.setResponse(response);
            return response;
        }));
    }

    private ImageResponse draw(List<Caption> captions) {
        List<ImageGeneration> drawn = new ArrayList<>();
        RunReport rounds = new RunReport();
        for (Caption caption : captions) {
            Drawing drawing = pictures.draw(caption);
            rounds.add(drawing.report());
            drawn.add(new ImageGeneration(new Image(null, Base64.getEncoder().encodeToString(drawing.png()))));
        }
        ImageResponseMetadata metadata = new ImageResponseMetadata();
        metadata.put("specula.rounds", rounds.rounds());
        metadata.put("specula.draft.tokens", rounds.drafted());
        metadata.put("specula.accepted.tokens", rounds.kept());
        return new ImageResponse(drawn, metadata);
    }

    private static ImagePrompt withOptions(ImagePrompt prompt) {
        return prompt.getOptions() != null
                ? prompt
                : new ImagePrompt(
                        prompt.getInstructions(), SpeculaImageOptions.builder().build());
    }
}
