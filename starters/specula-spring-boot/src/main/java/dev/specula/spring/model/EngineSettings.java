package dev.specula.spring.model;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Hands {@code specula.threads}, {@code specula.cache} and {@code specula.models.pull} on as the system properties of that name,
 * before any model loads:
 * the engine belongs to the process and starts with its first model. A system property that is set already stays.
 */
final class EngineSettings implements BeanFactoryPostProcessor {
    private static final String[] NAMES = {"specula.threads", "specula.cache", "specula.models.pull"};

    private final Environment environment;

    EngineSettings(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        for (String name : NAMES) {
            String value = environment.getProperty(name);
            if (value != null) {
                System.setProperty(name, value);
            }
        }
    }
}
