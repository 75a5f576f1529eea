package dev.specula.graphs;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The weights of a checkpoint: one file, or several with an index.
 *
 * @param tensors all of them
 * @param files where they lie, by the names of the files
 * @param variant what was done to the tensors since they were read; empty for none
 */
record CheckpointWeights(Weights tensors, Map<String, WeightBytes> files, String variant) {
    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";

    /** As they were read. */
    CheckpointWeights(Weights tensors, Map<String, WeightBytes> files) {
        this(tensors, files, "");
    }

    /** Whether matrices are blocks of codes. */
    boolean areCoded() {
        return files.keySet().stream().anyMatch(file -> file.endsWith(CheckpointFolder.GGUF));
    }

    /** Whether {@code folder} has any. */
    static boolean areIn(CheckpointFolder folder) {
        return folder.has(SINGLE) || folder.has(INDEX);
    }

    static CheckpointWeights of(CheckpointFolder folder) {
        try {
            if (folder.has(SINGLE)) {
                WeightBytes bytes = folder.weights(SINGLE);
                return new CheckpointWeights(SafetensorsFile.open(bytes), Map.of(SINGLE, bytes));
            }
            if (folder.has(INDEX)) {
                return sharded(folder);
            }
        } catch (IOException e) {
            throw new ModelLoadException("Could not read the weights of \"" + folder.location() + "\".", e);
        }
        throw new ModelLoadException("No weights at \"" + folder.location() + "\": " + SINGLE + ", " + INDEX
                + " or an export to ONNX is required, but none is there.");
    }

    /** Seeded random values of the same names and shapes. */
    CheckpointWeights random(long seed) {
        return new CheckpointWeights(new RandomWeights(tensors, seed), files, "random " + seed);
    }

    private static CheckpointWeights sharded(CheckpointFolder folder) throws IOException {
        Map<String, WeightBytes> files = new TreeMap<>();
        Map<String, SafetensorsFile> opened = new LinkedHashMap<>();
        Map<String, SafetensorsFile> byTensor = new LinkedHashMap<>();
        try {
            JsonObject places =
                    JsonParser.parseString(folder.text(INDEX)).getAsJsonObject().getAsJsonObject("weight_map");
            for (String tensor : places.keySet()) {
                String file = places.get(tensor).getAsString();
                if (!file.matches("[\\w.-]+")) { // nothing outside the folder
                    throw new ModelLoadException(INDEX + " of \"" + folder.location()
                            + "\" must name files beside it, but names \"" + file + "\" for \"" + tensor + "\".");
                }
                if (!folder.has(file)) {
                    throw new ModelLoadException("The shard " + file + " that " + INDEX + " names for \"" + tensor
                            + "\" is missing in \"" + folder.location() + "\"; fetch the model again.");
                }
                if (!opened.containsKey(file)) {
                    WeightBytes bytes = folder.weights(file);
                    files.put(file, bytes);
                    opened.put(file, SafetensorsFile.open(bytes));
                }
                byTensor.put(tensor, opened.get(file));
            }
        } catch (JsonParseException
                | IllegalStateException
                | NullPointerException
                | ClassCastException
                | UnsupportedOperationException e) {
            throw new ModelLoadException(INDEX + " of \"" + folder.location() + "\" has no weight_map.", e);
        }
        return new CheckpointWeights(new ShardedWeights(byTensor), files);
    }
}
