package dev.specula.spring.audio;

import dev.specula.speech.SpeechToText;
import dev.specula.spring.DecodingPool;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.model.ModelAutoConfiguration;
import dev.specula.spring.property.AudioProperties;
import dev.specula.spring.property.SpeculaProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Writes down speech. */
@AutoConfiguration(after = {SpeculaAutoConfiguration.class, ModelAutoConfiguration.class})
@ConditionalOnClass(SpeechToText.class)
@EnableConfigurationProperties(AudioProperties.class)
@Import(OwnSpeechPipeline.class)
public final class SpeechToTextAutoConfiguration {
    @Bean
    static SpeechToTextServing speechToTextServing(
            ObjectProvider<ServedPipelines> all,
            ObjectProvider<DecodingPool> pool,
            ObjectProvider<AudioProperties> audio,
            ObjectProvider<SpeculaProperties> shared) {
        return new SpeechToTextServing(
                all,
                pool,
                (bean, name) -> OwnSpeechPipeline.BEANS.contains(bean)
                        ? TranscriptionDefaults.of(audio.getObject())
                        : TranscriptionDefaults.of(shared.getObject().pipeline(name)));
    }
}
