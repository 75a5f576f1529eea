package dev.specula.spring.imagemodel;

import dev.specula.spring.drawing.TextToImageAutoConfiguration;
import dev.specula.texttoimage.TextToImage;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.ai.image.ImageModel;
import org.springframework.ai.image.observation.DefaultImageModelObservationConvention;
import org.springframework.ai.image.observation.ImageModelObservationConvention;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/**
 * Serves Spring AI's image model over the pipeline that draws. Another provider's image model is preferred where both are there
 * and one is injected by type; {@code spring.ai.model.image} selects as usual.
 */
@AutoConfiguration(after = TextToImageAutoConfiguration.class)
@ConditionalOnClass({TextToImage.class, ImageModel.class})
@ConditionalOnProperty(name = "spring.ai.model.image", havingValue = "specula", matchIfMissing = true)
public final class SpeculaImageAutoConfiguration {
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSingleCandidate(TextToImage.class)
    static class Pictures {
        @Bean
        @Fallback
        @ConditionalOnMissingBean
        SpeculaImageModel speculaImageModel(
                TextToImage pictures,
                ObjectProvider<ObservationRegistry> observations,
                ObjectProvider<ImageModelObservationConvention> convention) {
            return new SpeculaImageModel(
                    pictures,
                    observations.getIfUnique(() -> ObservationRegistry.NOOP),
                    convention.getIfAvailable(DefaultImageModelObservationConvention::new));
        }
    }
}
