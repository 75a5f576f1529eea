package dev.specula.spring.drawing;

import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.spring.model.ModelPlace;
import dev.specula.spring.property.TextToImageProperties;
import dev.specula.spring.property.Weights;
import dev.specula.texttoimage.BlocksModels;
import dev.specula.texttoimage.DefaultPipelines;
import dev.specula.texttoimage.TextToImage;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The starter's own pipeline: the embedded model where no property says otherwise. Steps back as a whole where the application has
 * a pipeline, and the model where it has a bean of that name. A preset is another pipeline over the same model.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(CheckpointLoader.class)
@ConditionalOnMissingBean(TextToImage.class)
class OwnDrawingPipeline {
    /** Names of its pipelines. */
    static final Set<String> BEANS = Set.of("textToImage", "textToImageScd", "textToImageGsd");

    @Bean(defaultCandidate = false)
    @ConditionalOnMissingBean(name = "textToImageTarget")
    CausalModel textToImageTarget(TextToImageProperties drawing) {
        String location = drawing.target() == null ? BlocksModels.TARGET : drawing.target();
        Weights wanted = drawing.weights();
        WeightFormat format = wanted == null ? WeightFormat.RI8 : WeightFormat.of(wanted.name());
        return new ModelPlace(TextToImageProperties.PREFIX + ".target", location, format).load();
    }

    @Bean
    TextToImage textToImage(@Qualifier("textToImageTarget") CausalModel target, TextToImageProperties drawing) {
        return DefaultPipelines.matched(target, longest(drawing, DefaultPipelines.LONGEST));
    }

    @Bean(defaultCandidate = false)
    TextToImage textToImageScd(@Qualifier("textToImageTarget") CausalModel target, TextToImageProperties drawing) {
        return DefaultPipelines.scd(target, longest(drawing, DefaultPipelines.LONGEST_OF_PAPERS));
    }

    @Bean(defaultCandidate = false)
    TextToImage textToImageGsd(@Qualifier("textToImageTarget") CausalModel target, TextToImageProperties drawing) {
        return DefaultPipelines.gsd(target, longest(drawing, DefaultPipelines.LONGEST_OF_PAPERS));
    }

    private static int longest(TextToImageProperties drawing, int planned) {
        return Objects.requireNonNullElse(drawing.longest(), planned);
    }
}
