package dev.specula.spring;

import dev.specula.plan.Plans;
import dev.specula.spring.property.SpeculaProperties;
import dev.specula.spring.property.UnknownPropertyCheck;
import org.springframework.beans.factory.ObjectProvider;
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
        SpeculaProperties.Admission admission = properties.admission();
        return new DecodingPool(admission.answers(), admission.waiting());
    }

    @Bean
    DecodingLifecycle speculaDecodingLifecycle(DecodingPool pool) {
        return new DecodingLifecycle(pool);
    }

    @Bean
    @ConditionalOnMissingBean
    ServedPipelines speculaPipelines(ObjectProvider<AnswerListener> listeners) {
        return new ServedPipelines(listeners::orderedStream);
    }

    @Bean
    @ConditionalOnMissingBean
    Plans speculaPlans(SpeculaProperties properties) {
        return planned -> {
            Integer longest = properties.pipeline(planned.name()).longest();
            return longest == null ? planned.longest() : longest;
        };
    }
}
