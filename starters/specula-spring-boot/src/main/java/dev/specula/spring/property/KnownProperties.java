package dev.specula.spring.property;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** The names that {@code specula} properties can have, read from the components of their records. Immutable. */
final class KnownProperties {
    private static final String ANY = "*"; // stands for a key of a map

    private final List<String[]> names; // the parts of each name, kebab case

    private KnownProperties(List<String[]> names) {
        this.names = names;
    }

    /** The names that {@code records} declare, each annotated with its prefix. */
    static KnownProperties of(Class<?>... records) {
        List<String[]> names = new ArrayList<>();
        for (Class<?> type : records) {
            collect(type.getAnnotation(ConfigurationProperties.class).value(), type, names);
        }
        return new KnownProperties(names);
    }

    private static void collect(String prefix, Class<?> type, List<String[]> names) {
        if (!type.isRecord()) {
            names.add(prefix.split("\\."));
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            if (Map.class.isAssignableFrom(component.getType())) {
                ParameterizedType map = (ParameterizedType) component.getGenericType();
                collect(name + "." + ANY, (Class<?>) map.getActualTypeArguments()[1], names);
            } else {
                collect(name, component.getType(), names);
            }
        }
    }

    /** Whether a property may be called {@code name}, however it is written. */
    boolean contains(ConfigurationPropertyName name) {
        return names.stream().anyMatch(known -> matches(known, name));
    }

    private static boolean matches(String[] known, ConfigurationPropertyName name) {
        if (known.length != name.getNumberOfElements()) {
            return false;
        }
        for (int i = 0; i < known.length; i++) {
            String element = name.getElement(i, ConfigurationPropertyName.Form.UNIFORM);
            if (!known[i].equals(ANY) && !uniform(known[i]).equals(element)) {
                return false;
            }
        }
        return true;
    }

    /** The name that was probably meant by {@code name}: same last part elsewhere, or few letters away. */
    Optional<String> nearest(ConfigurationPropertyName name) {
        String wrong = name.toString();
        String last = name.getLastElement(ConfigurationPropertyName.Form.UNIFORM);
        String best = null;
        int least = Math.max(2, wrong.length() / 6) + 1;
        for (String[] known : names) {
            String candidate = withKeysOf(name, known);
            boolean sameEnd = uniform(known[known.length - 1]).equals(last);
            int distance = sameEnd ? 1 : EditDistance.between(wrong, candidate);
            if (distance < least || (distance == least && best != null && closer(wrong, candidate, best))) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean closer(String wrong, String candidate, String best) {
        return EditDistance.between(wrong, candidate) < EditDistance.between(wrong, best);
    }

    private static String withKeysOf(ConfigurationPropertyName name, String[] known) {
        String[] parts = known.clone();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].equals(ANY)) {
                parts[i] = i < name.getNumberOfElements()
                        ? name.getElement(i, ConfigurationPropertyName.Form.ORIGINAL)
                        : "<name>";
            }
        }
        return String.join(".", parts);
    }

    private static String uniform(String part) {
        return part.replace("-", "");
    }
}
