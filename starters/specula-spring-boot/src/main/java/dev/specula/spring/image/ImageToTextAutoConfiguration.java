package dev.specula.spring.image;

import dev.specula.spring.DecodingPool;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.Serving;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.model.ModelAutoConfiguration;
import dev.specula.spring.property.ImageProperties;
import dev.specula.spring.property.SpeculaProperties;
import dev.specula.visionlanguage.ImageToText;
import dev.specula.visionlanguage.QuestionTooLongException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Captions pictures and answers questions about them. */
@AutoConfiguration(after = {SpeculaAutoConfiguration.class, ModelAutoConfiguration.class})
@ConditionalOnClass(ImageToText.class)
@EnableConfigurationProperties(ImageProperties.class)
@Import(OwnPipeline.class)
public final class ImageToTextAutoConfiguration {
    private static final String MODALITY = "image-to-text";

    @Bean
    static Serving<ImageToText> imageToTextServing(
            ObjectProvider<ServedPipelines> all,
            ObjectProvider<DecodingPool> pool,
            ObjectProvider<ImageProperties> image,
            ObjectProvider<SpeculaProperties> shared) {
        return new Serving<>(
                ImageToText.class,
                MODALITY,
                all,
                pool,
                QuestionTooLongException.class::isInstance,
                served -> new ServedImageToText(
                        served,
                        new RequestDefaults(
                                OwnPipeline.BEANS.contains(served.facts().bean())
                                        ? image.getObject().asPipeline()
                                        : shared.getObject()
                                                .pipeline(served.facts()
                                                        .description()
                                                        .name()))));
    }
}
