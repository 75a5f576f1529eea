package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.util.Map;
import java.util.Set;

/**
 * The tensors of several files.
 *
 * @param files the file of each tensor, by the tensor's name
 */
record ShardedWeights(Map<String, SafetensorsFile> files) implements Weights {
    ShardedWeights {
        files = Map.copyOf(files);
    }

    @Override
    public boolean has(String name) {
        return files.containsKey(name);
    }

    @Override
    public Set<String> names() {
        return files.keySet();
    }

    @Override
    public int[] shape(String name) {
        return file(name).shape(name);
    }

    @Override
    public float[] read(String name) {
        return file(name).read(name);
    }

    @Override
    public void readRows(String name, int first, int count, float[] into, int place) {
        file(name).readRows(name, first, count, into, place);
    }

    private SafetensorsFile file(String name) {
        SafetensorsFile file = files.get(name);
        if (file == null) {
            throw new ModelLoadException("Tensor \"" + name + "\" is missing in model.safetensors.index.json.");
        }
        return file;
    }
}
