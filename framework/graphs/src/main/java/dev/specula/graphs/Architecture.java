package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The description of a family of models: which keys of config.json hold its sizes, what its tensors are called, and which of
 * the known ways it takes where families differ. A file {@code architectures/<model_type>.json} on the class path; there is
 * nothing else to a family.
 */
record Architecture(String modelType, JsonConfig description) {
    private static final String FOLDER = "architectures/";

    /** The family whose name stands under {@code model_type} in config.json. */
    static Architecture of(String modelType) {
        String file = FOLDER + modelType.replace('-', '_') + ".json";
        try (InputStream in =
                modelType.matches("[A-Za-z0-9_-]+") ? Architecture.class.getResourceAsStream(file) : null) {
            if (in == null) {
                throw new ModelLoadException("model_type \"" + modelType
                        + "\" is not supported: docs/architectures.md lists those that are, and how one is added.");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Architecture(modelType, JsonConfig.parse(file, text));
        } catch (IOException e) {
            throw new ModelLoadException("Could not read the description of model_type \"" + modelType + "\".", e);
        }
    }

    TensorNames tensors() {
        JsonConfig names = description.section("tensors");
        Map<String, String> byRole = new LinkedHashMap<>();
        names.keys().forEach(role -> byRole.put(role, names.text(role)));
        return new TensorNames(byRole);
    }

    /** The term under {@code key}; {@code otherwise} where the description has none. */
    String term(String key, String otherwise) {
        return description.text(key, otherwise);
    }

    String term(String key) {
        return description.text(key);
    }

    /** The term of a size; null where the family has no such size. */
    @Nullable
    String sizeIfAny(String name) {
        JsonConfig sizes = description.section("sizes");
        return sizes.has(name) ? sizes.text(name) : null;
    }

    String size(String name) {
        return description.section("sizes").text(name);
    }

    /** The term that says whether the matrix in {@code role} has a bias. */
    String bias(String role) {
        return description.section("biases").text(role);
    }

    /**
     * Refuses a configuration that asks for behaviour the graphs do not have.
     *
     * @throws ModelLoadException if a key has another value than the one required
     */
    void check(JsonConfig config) {
        if (!description.has("required")) {
            return;
        }
        JsonConfig required = description.section("required");
        for (String key : required.keys()) {
            String wanted = required.value(key);
            if (config.has(key) && !same(config.value(key), wanted)) {
                throw config.refused(key, wanted, config.value(key));
            }
        }
    }

    private static boolean same(String found, String wanted) {
        return found.equals(wanted) || found.equals(wanted + ".0");
    }
}
