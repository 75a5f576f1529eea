package dev.specula.spring.image;

import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.spring.model.ModelPlace;
import dev.specula.spring.property.ImageProperties;
import dev.specula.spring.property.Weights;
import dev.specula.visionlanguage.BlocksModels;
import dev.specula.visionlanguage.DefaultPipelines;
import dev.specula.visionlanguage.ImageToText;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The starter's own pipeline: the embedded pair where no property says otherwise. Steps back as a whole where the application
 * has a pipeline, and each model where it has a bean of that name.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(CheckpointLoader.class)
@ConditionalOnMissingBean(ImageToText.class)
class OwnPipeline {
    /** Names of its pipelines. */
    static final Set<String> BEANS = Set.of("imageToText", "imageToTextLookup");

    @Bean(defaultCandidate = false)
    @ConditionalOnMissingBean(name = "imageTarget")
    CausalModel imageTarget(ImageProperties image) {
        String location = image.target() == null ? BlocksModels.TARGET : image.target();
        Weights wanted = image.weights();
        WeightFormat format = wanted == null ? WeightFormat.RI8 : WeightFormat.of(wanted.name());
        return new ModelPlace(ImageProperties.PREFIX + ".target", location, format).load();
    }

    @Bean(defaultCandidate = false)
    @ConditionalOnMissingBean(name = "imageDraft")
    @Conditional(OnDraftCondition.class)
    CausalModel imageDraft(ImageProperties image) {
        String named = image.draft();
        String location = named == null ? BlocksModels.DRAFT : named;
        return new ModelPlace(ImageProperties.PREFIX + ".draft", location, WeightFormat.INT4).load();
    }

    @Bean
    ImageToText imageToText(
            @Qualifier("imageTarget") CausalModel target,
            @Qualifier("imageDraft") ObjectProvider<CausalModel> draft,
            ImageProperties image) {
        CausalModel small = draft.getIfAvailable();
        return small == null
                ? DefaultPipelines.byLookup(target, longest(image))
                : DefaultPipelines.withDraft(target, small, longest(image));
    }

    @Bean(defaultCandidate = false)
    @ConditionalOnBean(name = "imageDraft")
    ImageToText imageToTextLookup(@Qualifier("imageTarget") CausalModel target, ImageProperties image) {
        return DefaultPipelines.byLookup(target, longest(image));
    }

    private static int longest(ImageProperties image) {
        Integer wanted = image.longest();
        return wanted == null ? DefaultPipelines.LONGEST : wanted;
    }
}
