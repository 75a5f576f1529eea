package dev.specula.spring.image;

import dev.specula.spring.DecodingPool;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.property.ImageProperties;
import dev.specula.spring.property.SpeculaProperties;
import dev.specula.visionlanguage.ImageToText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Captions pictures and answers questions about them. */
@AutoConfiguration(after = SpeculaAutoConfiguration.class)
@ConditionalOnClass(ImageToText.class)
@EnableConfigurationProperties(ImageProperties.class)
public final class ImageToTextAutoConfiguration {
    /** Name of the starter's own pipeline and of its properties. */
    static final String OWN = "image";

    @Bean
    static ImageToTextServing imageToTextServing(
            ObjectProvider<ServedPipelines> all,
            ObjectProvider<DecodingPool> pool,
            ObjectProvider<ImageProperties> image,
            ObjectProvider<SpeculaProperties> shared) {
        return new ImageToTextServing(
                all,
                pool,
                name -> name.equals(OWN)
                        ? image.getObject().asPipeline()
                        : shared.getObject().pipeline(name));
    }
}
