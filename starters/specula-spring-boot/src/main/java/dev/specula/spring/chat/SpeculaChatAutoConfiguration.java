package dev.specula.spring.chat;

import dev.specula.spring.image.ImageToTextAutoConfiguration;
import dev.specula.visionlanguage.ImageToText;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.observation.ChatModelObservationConvention;
import org.springframework.ai.chat.observation.DefaultChatModelObservationConvention;
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
 * Serves Spring AI's chat model over the pipeline that turns pictures to text. Another provider's chat model is preferred
 * where both are there and one is injected by type; {@code spring.ai.model.chat} selects as usual.
 */
@AutoConfiguration(after = ImageToTextAutoConfiguration.class)
@ConditionalOnClass({ImageToText.class, ChatModel.class})
@ConditionalOnProperty(name = "spring.ai.model.chat", havingValue = "specula", matchIfMissing = true)
public final class SpeculaChatAutoConfiguration {
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSingleCandidate(ImageToText.class)
    static class PictureChat {
        @Bean
        @Fallback
        @ConditionalOnMissingBean
        SpeculaChatModel speculaChatModel(
                ImageToText pictures,
                ObjectProvider<ObservationRegistry> observations,
                ObjectProvider<ChatModelObservationConvention> convention) {
            return new SpeculaChatModel(
                    pictures,
                    observations.getIfUnique(() -> ObservationRegistry.NOOP),
                    convention.getIfAvailable(DefaultChatModelObservationConvention::new));
        }
    }
}
