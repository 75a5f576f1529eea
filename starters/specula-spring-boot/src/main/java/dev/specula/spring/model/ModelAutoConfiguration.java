package dev.specula.spring.model;

import dev.specula.graphs.CheckpointLoader;
import dev.specula.model.ModelLoader;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.property.SpeculaProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** The loader of the application's own annotated models, and what the engine has to know before it starts. */
@AutoConfiguration(after = SpeculaAutoConfiguration.class)
@ConditionalOnClass(CheckpointLoader.class)
public final class ModelAutoConfiguration {
    @Bean
    static EngineSettings speculaEngineSettings(Environment environment) {
        return new EngineSettings(environment);
    }

    @Bean
    @ConditionalOnMissingBean
    ModelLoader speculaModelLoader(SpeculaProperties properties, ResourceLoader resources) {
        ClassLoader loader = resources.getClassLoader();
        return new ConfiguredModelLoader(
                DeclaredModels.onClassPath(loader == null ? getClass().getClassLoader() : loader), properties);
    }
}
