package dev.specula.spring.transcription;

import dev.specula.speech.SpeechToText;
import dev.specula.spring.audio.SpeechToTextAutoConfiguration;
import org.springframework.ai.audio.transcription.TranscriptionModel;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/**
 * Serves Spring AI's transcription model over the pipeline that writes down speech. Another provider's model is preferred where
 * both are there and one is injected by type; {@code spring.ai.model.audio.transcription} selects as usual.
 */
@AutoConfiguration(after = SpeechToTextAutoConfiguration.class)
@ConditionalOnClass({SpeechToText.class, TranscriptionModel.class})
@ConditionalOnProperty(name = "spring.ai.model.audio.transcription", havingValue = "specula", matchIfMissing = true)
public final class SpeculaTranscriptionAutoConfiguration {
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSingleCandidate(SpeechToText.class)
    static class Transcription {
        @Bean
        @Fallback
        @ConditionalOnMissingBean
        SpeculaTranscriptionModel speculaTranscriptionModel(SpeechToText speech) {
            return new SpeculaTranscriptionModel(speech);
        }
    }
}
