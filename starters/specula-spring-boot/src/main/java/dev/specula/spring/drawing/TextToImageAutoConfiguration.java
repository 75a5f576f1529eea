package dev.specula.spring.drawing;

import dev.specula.spring.DecodingPool;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.Serving;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.model.ModelAutoConfiguration;
import dev.specula.spring.property.SpeculaProperties;
import dev.specula.texttoimage.CaptionTooLongException;
import dev.specula.texttoimage.TextToImage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Draws pictures of captions. */
@AutoConfiguration(after = {SpeculaAutoConfiguration.class, ModelAutoConfiguration.class})
@ConditionalOnClass(TextToImage.class)
public final class TextToImageAutoConfiguration {
    private static final String MODALITY = "text-to-image";

    @Bean
    static Serving<TextToImage> textToImageServing(
            ObjectProvider<ServedPipelines> all,
            ObjectProvider<DecodingPool> pool,
            ObjectProvider<SpeculaProperties> shared) {
        return new Serving<>(
                TextToImage.class,
                MODALITY,
                all,
                pool,
                CaptionTooLongException.class::isInstance,
                served -> new ServedTextToImage(
                        served,
                        DrawingDefaults.of(shared.getObject()
                                .pipeline(served.facts().description().name()))));
    }
}
