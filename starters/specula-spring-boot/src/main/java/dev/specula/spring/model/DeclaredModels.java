package dev.specula.spring.model;

import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models that annotations declare, read from the descriptions that the generator leaves on the class path. */
final class DeclaredModels {
    private static final String DESCRIPTIONS = "classpath*:META-INF/specula/*.json";

    private DeclaredModels() {}

    /** All declared models, by the names under which they are loaded. */
    static Map<String, Declared> onClassPath(ClassLoader loader) {
        Map<String, Declared> models = new LinkedHashMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver(loader).getResources(DESCRIPTIONS)) {
                read(resource, models);
            }
        } catch (IOException e) {
            throw new ModelLoadException("The descriptions of pipelines, " + DESCRIPTIONS + ", cannot be read.", e);
        }
        return models;
    }

    private static void read(Resource resource, Map<String, Declared> models) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map<?, ?> pipeline :
                    maps(JsonParserFactory.getJsonParser().parseMap(json).get("pipelines"))) {
                addModels(pipeline, models);
            }
        } catch (JsonParseException e) {
            throw new ModelLoadException(
                    "The description of pipelines " + resource + " is not JSON; generate the pipelines again.", e);
        }
    }

    private static void addModels(Map<?, ?> pipeline, Map<String, Declared> models) {
        String name = String.valueOf(pipeline.get("name"));
        if (pipeline.get("models") instanceof Map<?, ?> roles) {
            roles.forEach((role, model) -> {
                if (model instanceof Map<?, ?> facts) {
                    Declared declared = new Declared(name, String.valueOf(role), String.valueOf(facts.get("location")));
                    // The application comes first on the class path: its names win over those of libraries.
                    models.putIfAbsent(String.valueOf(facts.get("bean")), declared);
                    models.putIfAbsent(String.valueOf(facts.get("method")), declared);
                }
            });
        }
    }

    private static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (list instanceof List<?> items) {
            items.forEach(item -> {
                if (item instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            });
        }
        return maps;
    }

    /**
     * A declared model.
     *
     * @param pipeline name of the pipeline it belongs to
     * @param role {@code target} or {@code draft}
     * @param location as its annotation has it; may be empty
     */
    record Declared(String pipeline, String role, String location) {
        boolean isTarget() {
            return role.equals("target");
        }
    }
}
