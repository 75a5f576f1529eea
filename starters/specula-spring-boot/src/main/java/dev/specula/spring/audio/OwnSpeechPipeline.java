package dev.specula.spring.audio;

import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.speech.DefaultPipelines;
import dev.specula.speech.SpeechToText;
import dev.specula.speech.SpokenBlocksModels;
import dev.specula.spring.model.ModelPlace;
import dev.specula.spring.property.AudioProperties;
import dev.specula.spring.property.Weights;
import java.util.Objects;
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
 * The starter's own pipeline: the embedded pair where no property says otherwise. Steps back as a whole where the application has
 * a pipeline, and each model where it has a bean of that name.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(CheckpointLoader.class)
@ConditionalOnMissingBean(SpeechToText.class)
class OwnSpeechPipeline {
    /** Names of its pipelines. */
    static final Set<String> BEANS = Set.of("speechToText", "speechToTextChain", "speechToTextLookup");

    @Bean(defaultCandidate = false)
    @ConditionalOnMissingBean(name = "audioTarget")
    CausalModel audioTarget(AudioProperties audio) {
        String location = Objects.requireNonNullElse(audio.target(), SpokenBlocksModels.TARGET);
        Weights wanted = audio.weights();
        WeightFormat format = wanted == null ? WeightFormat.RI8 : WeightFormat.of(wanted.name());
        return new ModelPlace(AudioProperties.PREFIX + ".target", location, format).load();
    }

    @Bean(defaultCandidate = false)
    @ConditionalOnMissingBean(name = "audioDraft")
    @Conditional(OnSpeechDraftCondition.class)
    CausalModel audioDraft(AudioProperties audio) {
        String location = Objects.requireNonNullElse(audio.draft(), SpokenBlocksModels.DRAFT);
        return new ModelPlace(AudioProperties.PREFIX + ".draft", location, WeightFormat.INT4).load();
    }

    @Bean
    SpeechToText speechToText(
            @Qualifier("audioTarget") CausalModel target,
            @Qualifier("audioDraft") ObjectProvider<CausalModel> draft,
            AudioProperties audio) {
        CausalModel small = draft.getIfAvailable();
        return small == null
                ? DefaultPipelines.byLookup(target, longest(audio, DefaultPipelines.LONGEST))
                : DefaultPipelines.bySpecAsr(target, small, longest(audio, DefaultPipelines.LONGEST_BY_SPEC_ASR));
    }

    @Bean(defaultCandidate = false)
    @ConditionalOnBean(name = "audioDraft")
    SpeechToText speechToTextChain(
            @Qualifier("audioTarget") CausalModel target,
            @Qualifier("audioDraft") CausalModel draft,
            AudioProperties audio) {
        return DefaultPipelines.withDraft(target, draft, longest(audio, DefaultPipelines.LONGEST));
    }

    @Bean(defaultCandidate = false)
    @ConditionalOnBean(name = "audioDraft")
    SpeechToText speechToTextLookup(@Qualifier("audioTarget") CausalModel target, AudioProperties audio) {
        return DefaultPipelines.byLookup(target, longest(audio, DefaultPipelines.LONGEST));
    }

    private static int longest(AudioProperties audio, int planned) {
        return Objects.requireNonNullElse(audio.longest(), planned);
    }
}
