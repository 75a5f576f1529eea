package dev.specula.spring.drawing;

import dev.specula.spring.DecodingPool;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.Serving;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.model.ModelAutoConfiguration;
import dev.specula.spring.property.SpeculaProperties;
import dev.specula.spring.property.TextToImageProperties;
import dev.specula.texttoimage.CaptionTooLongException;
import dev.specula.texttoimage.TextToImage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Draws pictures of captions. */
@AutoConfiguration(after = {SpeculaAutoConfiguration.class, ModelAutoConfiguration.class})
@ConditionalOnClass(TextToImage.class)
@EnableConfigurationProperties(TextToImageProperties.class)
@Import(OwnDrawingPipeline.class)
public final class TextToImageAutoConfiguration {
    private static final String MODALITY = "text-to-image";

    @Bean
    static Serving<TextToImage> textToImageServing(
            ObjectProvider<ServedPipelines> all,
            ObjectProvider<DecodingPool> pool,
            ObjectProvider<TextToImageProperties> drawing,
            ObjectProvider<SpeculaProperties> shared) {
        return new Serving<>(
                TextToImage.class,
                MODALITY,
                all,
                pool,
                CaptionTooLongException.class::isInstance,
                served -> new ServedTextToImage(
                        served,
                        OwnDrawingPipeline.BEANS.contains(served.facts().bean())
                                ? DrawingDefaults.of(drawing.getObject())
                                : DrawingDefaults.of(shared.getObject()
                                        .pipeline(served.facts().description().name()))));
    }
}
