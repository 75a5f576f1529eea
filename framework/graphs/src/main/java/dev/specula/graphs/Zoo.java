package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Models that come with artifacts, by short names. An artifact lists its own in {@code META-INF/specula/zoo.properties}: a name
 * and a location in each line.
 */
final class Zoo {
    static final String SCHEME = "zoo:";

    private static final String INDEX = "META-INF/specula/zoo.properties";

    private Zoo() {}

    /**
     * Where a model of the class path is.
     *
     * @param name {@code zoo:} and a name
     */
    static String location(String name) {
        SortedMap<String, String> models = models();
        String location = models.get(name.substring(SCHEME.length()));
        if (location == null || location.startsWith(SCHEME)) {
            throw new ModelLoadException(
                    "\"" + name + "\" must name a model that an artifact on the class path brings; those" + " are "
                            + models.keySet() + ".");
        }
        return location;
    }

    private static SortedMap<String, String> models() {
        @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = Objects.requireNonNullElseGet(context, Zoo.class::getClassLoader);
        TreeMap<String, String> models = new TreeMap<>();
        try {
            for (URL index : Collections.list(loader.getResources(INDEX))) {
                Properties properties = new Properties();
                try (InputStream in = index.openStream()) {
                    properties.load(in);
                }
                properties
                        .stringPropertyNames()
                        .forEach(name -> models.putIfAbsent(name, properties.getProperty(name)));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelLoadException("The lists of models " + INDEX + " cannot be read.", e);
        }
        return models;
    }
}
