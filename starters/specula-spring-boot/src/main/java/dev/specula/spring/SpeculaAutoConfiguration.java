package dev.specula.spring;

import dev.specula.spring.property.SpeculaProperties;
import dev.specula.spring.property.UnknownPropertyCheck;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** What all modalities share: the check of property names and the threads that decode. */
@AutoConfiguration
@EnableConfigurationProperties(SpeculaProperties.class)
public final class SpeculaAutoConfiguration {
    @Bean
    static UnknownPropertyCheck speculaUnknownPropertyCheck(Environment environment) {
        return new UnknownPropertyCheck(environment);
    }

    @Bean
    @ConditionalOnMissingBean
    DecodingPool speculaDecodingPool(SpeculaProperties properties) {
        SpeculaProperties.Threads threads = properties.threads();
        return new DecodingPool(threads.answers(), threads.queueCapacity());
    }
}
