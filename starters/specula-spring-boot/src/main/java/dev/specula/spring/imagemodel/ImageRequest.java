package dev.specula.spring.imagemodel;

import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.DrawingOptions;
import dev.specula.texttoimage.PictureSize;
import dev.specula.token.Sampling;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.image.ImageMessage;
import org.springframework.ai.image.ImageOptions;
import org.springframework.ai.image.ImagePrompt;

/** Reads Spring AI's prompts as captions: one for each picture that is wanted. */
final class ImageRequest {
    private static final List<String> FORMATS = List.of("b64_json", "base64", "png");

    private ImageRequest() {}

    /**
     * The captions of {@code prompt}; what it leaves open is as {@code usual}.
     *
     * @throws IllegalArgumentException if it asks for something that cannot be
     */
    static List<Caption> of(ImagePrompt prompt, DrawingOptions usual) {
        String words = prompt.getInstructions().stream()
                .map(ImageMessage::getText)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        ImageOptions asked = prompt.getOptions();
        if (asked == null) {
            return List.of(Caption.of(words).with(usual));
        }
        Integer count = asked.getN();
        if (count != null && count < 1) {
            throw new IllegalArgumentException("n must be at least 1, but was " + count + ".");
        }
        requireFormat(asked.getResponseFormat());
        DrawingOptions wanted = sized(own(usual, asked), asked.getWidth(), asked.getHeight());
        long seed = wanted.sampling().seed();
        return IntStream.range(0, count == null ? 1 : count)
                .mapToObj(number -> Caption.of(words).with(wanted.withSeed(seed + number)))
                .toList();
    }

    private static void requireFormat(@Nullable String format) {
        if (format != null && !FORMATS.contains(format)) {
            throw new IllegalArgumentException("The response format must be one of " + FORMATS
                    + ", as pictures have no address, but was \"" + format + "\".");
        }
    }

    private static DrawingOptions own(DrawingOptions usual, ImageOptions asked) {
        if (!(asked instanceof SpeculaImageOptions own)) {
            return usual;
        }
        Sampling was = usual.sampling();
        Double temperature = own.temperature();
        Integer topK = own.topK();
        Long seed = own.seed();
        Double guidance = own.guidance();
        DrawingOptions drawn = usual.with(new Sampling(
                temperature == null ? was.temperature() : temperature,
                topK == null ? was.topK() : topK,
                was.topP(),
                was.repetitionPenalty(),
                seed == null ? was.seed() : seed));
        DrawingOptions guided = guidance == null ? drawn : drawn.withGuidance(guidance);
        Double plausibility = own.plausibility();
        DrawingOptions cut =
                plausibility == null ? guided : guided.with(guided.guidance().withPlausibility(plausibility));
        return own.speculation() == null ? cut : cut.with(own.speculation());
    }

    private static DrawingOptions sized(DrawingOptions options, @Nullable Integer width, @Nullable Integer height) {
        if (width == null && height == null) {
            return options;
        }
        if (width == null || height == null) {
            throw new IllegalArgumentException(
                    "Width and height must be given together, but were " + width + " and " + height + ".");
        }
        return options.with(new PictureSize(width, height));
    }
}
