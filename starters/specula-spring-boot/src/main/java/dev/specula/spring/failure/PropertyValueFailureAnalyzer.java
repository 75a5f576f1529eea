package dev.specula.spring.failure;

import dev.specula.spring.property.PropertyValueException;
import dev.specula.spring.property.SpeculaProperties;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Explains values under {@code specula} that are out of range or of another type. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PropertyValueFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(SpeculaProperties.PREFIX);

    private final Environment environment;

    PropertyValueFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        ConfigurationPropertyName name = cause.getName();
        if (!ROOT.equals(name) && !ROOT.isAncestorOf(name)) {
            return null;
        }
        PropertyValueException outOfRange = findCause(cause, PropertyValueException.class);
        if (outOfRange != null) {
            ConfigurationPropertyName property = propertyOf(name, outOfRange);
            return explain(property.toString(), find(property), outOfRange.required(), outOfRange.found(), cause);
        }
        ConfigurationProperty property = cause.getProperty();
        if (property == null) {
            return null;
        }
        Class<?> type = cause.getTarget().getType().resolve(Object.class);
        return explain(
                property.getName().toString(),
                Optional.of(property),
                nameOf(type),
                String.valueOf(property.getValue()),
                cause);
    }

    private static ConfigurationPropertyName propertyOf(ConfigurationPropertyName name, PropertyValueException cause) {
        return name.getLastElement(ConfigurationPropertyName.Form.UNIFORM)
                        .equals(cause.property().replace("-", ""))
                ? name
                : name.append(cause.property());
    }

    private static FailureAnalysis explain(
            String name, Optional<ConfigurationProperty> property, String required, String found, BindException cause) {
        String where = property.map(ConfigurationProperty::getOrigin)
                .map(Origin::toString)
                .map(origin -> " (" + origin + ")")
                .orElse("");
        return new Explanation(
                        "The property \"" + name + "\"" + where + " has a value it cannot take.",
                        required,
                        found,
                        "Change the value of \"" + name + "\", or leave the property out to get its default.")
                .of(cause);
    }

    private Optional<ConfigurationProperty> find(ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    private static String nameOf(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant ->
                            constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        return type == double.class || type == Double.class ? "a number" : "a " + type.getSimpleName();
    }
}
