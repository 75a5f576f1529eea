package dev.specula.graphs;

import dev.specula.hub.HubLocation;
import dev.specula.hub.OnnxExport;
import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The files of a checkpoint, in a directory or on the class path. */
interface CheckpointFolder {
    /** How the names of GGUF files end. */
    String GGUF = ".gguf";

    /** As its user wrote it. */
    String location();

    boolean has(String file);

    /** Opens a file; the caller closes it. */
    InputStream open(String file) throws IOException;

    /** The bytes of a weights file. */
    WeightBytes weights(String file) throws IOException;

    /** The exported model that is here in place of a checkpoint; none where there are weights of one. */
    default Optional<OnnxExport> export() {
        return CheckpointWeights.areIn(this) ? Optional.empty() : OnnxExport.in("", this::has);
    }

    /**
     * Where a file is, for what opens files itself.
     *
     * @throws ModelLoadException if the folder is none of the file system
     */
    default Path file(String name) {
        throw new ModelLoadException(
                "\"" + location() + "/" + name + "\" must lie in a directory, for the runtime opens"
                        + " exported graphs itself; write file: and the directory's path.");
    }

    /** All weights. */
    default CheckpointWeights weights() {
        return CheckpointWeights.of(this);
    }

    /**
     * The folder at {@code location}: {@code file:} and the path of a folder, GGUF file or exported graph, {@code classpath:} and a
     * resource folder, {@code zoo:} and the name of a model that comes with an artifact, or {@code hf://owner/name[@revision][/path]}.
     *
     * @throws ModelLoadException if there is no such folder or it has no config.json
     */
    static CheckpointFolder at(String location) {
        CheckpointFolder folder;
        if (location.startsWith("file:")) {
            folder = at(location, DirectoryFolder.path(location));
        } else if (location.startsWith("classpath:")) {
            folder = ResourceFolder.at(location);
        } else if (location.startsWith(Zoo.SCHEME)) {
            return at(Zoo.location(location));
        } else if (location.startsWith(HubLocation.SCHEME)) {
            folder = at(location, PublishedModels.directory(location));
        } else {
            throw new ModelLoadException(
                    "A location must start with file:, classpath:, zoo: or hf://, but is \"" + location + "\".");
        }
        if (!folder.has("config.json")) {
            throw new ModelLoadException("No model at \"" + location + "\": it must be a folder with config.json, "
                    + "tokenizer.json and model.safetensors, but has no config.json.");
        }
        return folder;
    }

    private static CheckpointFolder at(String location, Path path) {
        if (location.endsWith(GGUF)) {
            return GgufFolder.at(location, path);
        }
        return location.endsWith(OnnxExport.ENDING)
                ? DirectoryFolder.ofGraph(location, path)
                : DirectoryFolder.at(location, path);
    }

    /** A text file. */
    default String text(String file) {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ModelLoadException("Could not read " + file + " of \"" + location() + "\".", e);
        }
    }
}
