package dev.specula.spring.property;

import dev.specula.spring.property.UnknownPropertiesException.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses properties under {@code specula} that nothing reads, before any model is loaded: a misspelt one would otherwise
 * be ignored without a word. Environment variables and system properties, which other programs share, only give a warning.
 */
public final class UnknownPropertyCheck implements BeanFactoryPostProcessor {
    private static final Log LOG = LogFactory.getLog(UnknownPropertyCheck.class);
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(SpeculaProperties.PREFIX);
    private static final KnownProperties KNOWN = KnownProperties.of(
            SpeculaProperties.class, ImageProperties.class, AudioProperties.class, TextToImageProperties.class);

    /** The engine reads it itself, as a system property of all applications of a process. */
    private static final String CACHE_LIMIT = "specula.cache.megabytes";

    private final Environment environment;

    /** A check of the properties of {@code environment}. */
    public UnknownPropertyCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        List<Unknown> refused = new ArrayList<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource iterable) {
                List<Unknown> unknown = unknownOf(iterable);
                if (isShared(source)) {
                    unknown.stream()
                            .filter(property -> !property.name().equals(CACHE_LIMIT))
                            .forEach(UnknownPropertyCheck::warn);
                } else {
                    refused.addAll(unknown);
                }
            }
        }
        if (!refused.isEmpty()) {
            throw new UnknownPropertiesException(refused);
        }
    }

    private static List<Unknown> unknownOf(IterableConfigurationPropertySource source) {
        return source.stream()
                .filter(name -> ROOT.isAncestorOf(name) && !KNOWN.contains(name))
                .map(name -> new Unknown(name.toString(), originOf(source, name), KNOWN.nearest(name)))
                .toList();
    }

    private static String originOf(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        return Optional.ofNullable(Origin.from(source.getConfigurationProperty(name)))
                .map(Origin::toString)
                .orElseGet(() -> String.valueOf(source.getUnderlyingSource()));
    }

    private static boolean isShared(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> properties
                && (properties.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
                        || properties.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME));
    }

    private static void warn(Unknown unknown) {
        LOG.warn("Specula reads no property \"" + unknown.name() + "\" (" + unknown.origin() + "); it is ignored."
                + unknown.suggestion()
                        .map(name -> " Did you mean \"" + name + "\"?")
                        .orElse(""));
    }
}
