package dev.specula.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files of a repository make a model: configuration and tokenizer, then weights, in that order. */
final class ModelFiles {
    private static final String CONFIG = "config.json";
    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";
    private static final Pattern SMALL = Pattern.compile("[^/]*(\\.json|\\.jinja|\\.model)|vocab\\.txt|merges\\.txt");

    /** What a model may be described by beside its configuration. */
    private static final List<String> OPTIONAL = List.of(
            "tokenizer.json",
            "tokenizer_config.json",
            "generation_config.json",
            "preprocessor_config.json",
            "chat_template.jinja",
            "chat_template.json");

    private final HubLocation location;
    private final String folder;

    ModelFiles(HubLocation location) {
        this.location = location;
        this.folder = location.folder();
    }

    /** What to fetch first, of all files of the repository. */
    List<String> descriptions(List<String> all) {
        return all.stream()
                .filter(file -> file.startsWith(folder))
                .filter(file -> SMALL.matcher(file.substring(folder.length())).matches())
                .toList();
    }

    /** Files that are read where the repository has them. */
    List<String> optional() {
        return location.isGguf()
                ? List.of()
                : OPTIONAL.stream().map(file -> folder + file).toList();
    }

    /** Files of weights that an export takes the place of only where the repository has none of them. */
    List<String> checkpoints() {
        return location.isGguf() || location.isOnnx() ? List.of() : List.of(folder + SINGLE, folder + INDEX);
    }

    /** Files that are known to be there or not, once a model was fetched. */
    List<String> looked() {
        return Stream.concat(optional().stream(), checkpoints().stream()).toList();
    }

    /**
     * The weights among the files of the repository; those before them are in {@code snapshot}.
     *
     * @throws ModelLoadException if there are none that are read
     */
    List<String> weights(List<String> all, Path snapshot) {
        if (location.isGguf()) {
            return List.of(location.path());
        }
        if (location.isOnnx()) {
            return named(all);
        }
        if (all.contains(folder + SINGLE)) {
            return List.of(folder + SINGLE);
        }
        if (all.contains(folder + INDEX)) {
            return shards(snapshot.resolve(folder + INDEX));
        }
        Optional<OnnxExport> export = OnnxExport.in(folder, all::contains);
        if (export.isPresent()) {
            return export.get().files(all);
        }
        List<String> ggufs = all.stream()
                .filter(file -> file.startsWith(folder) && file.endsWith(".gguf"))
                .toList();
        boolean pickled = all.stream().anyMatch(file -> file.endsWith(".bin") || file.endsWith(".pt"));
        throw new ModelLoadException(location + " must hold " + SINGLE + ", " + INDEX
                + " or an export to ONNX, but does not"
                + (ggufs.isEmpty()
                        ? pickled ? "; its pickled weights are not read, for they hold code." : "."
                        : "; name one of its GGUF files: "
                                + ggufs.stream()
                                        .limit(8)
                                        .map(file -> new HubLocation(location.repository(), location.revision(), file)
                                                .toString())
                                        .toList()
                                + "."));
    }

    /** The export that the location names one graph of. */
    private List<String> named(List<String> all) {
        if (!all.contains(location.path())) {
            throw new ModelLoadException(
                    location + " must be a file of " + location.repository() + ", but its graphs are "
                            + all.stream()
                                    .filter(file -> file.endsWith(OnnxExport.ENDING))
                                    .limit(8)
                                    .toList()
                            + ".");
        }
        return OnnxExport.of(location.path(), all::contains).files(all);
    }

    private List<String> shards(Path index) {
        try {
            JsonObject places = JsonParser.parseString(Files.readString(index))
                    .getAsJsonObject()
                    .getAsJsonObject("weight_map");
            TreeSet<String> shards = new TreeSet<>();
            for (JsonElement place : places.asMap().values()) {
                shards.add(folder + RemoteName.check(place.getAsString()));
            }
            return new ArrayList<>(shards);
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | NullPointerException
                | ClassCastException
                | UnsupportedOperationException e) {
            throw new ModelLoadException(INDEX + " of " + location + " has no weight_map.", e);
        }
    }

    /**
     * Whether a snapshot has configuration and all weights; descriptions are fetched before weights.
     *
     * @param lacks whether the repository is known not to have a file
     */
    boolean isWhole(Path snapshot, Predicate<String> lacks) {
        if (location.isGguf()) {
            return Files.isRegularFile(snapshot.resolve(location.path()));
        }
        if (!Files.isRegularFile(snapshot.resolve(folder + CONFIG))) {
            return false;
        }
        if (location.isOnnx()) {
            return Files.isRegularFile(snapshot.resolve(location.path()));
        }
        if (Files.isRegularFile(snapshot.resolve(folder + SINGLE))) {
            return true;
        }
        Path index = snapshot.resolve(folder + INDEX);
        if (!Files.isRegularFile(index)) {
            return checkpoints().stream().allMatch(lacks)
                    && OnnxExport.in(folder, file -> Files.isRegularFile(snapshot.resolve(file)))
                            .isPresent();
        }
        return shards(index).stream().allMatch(shard -> Files.isRegularFile(snapshot.resolve(shard)));
    }
}
