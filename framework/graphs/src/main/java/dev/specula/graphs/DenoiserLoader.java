package dev.specula.graphs;

import dev.specula.denoise.DenoisingLoader;
import dev.specula.denoise.DenoisingModel;
import dev.specula.model.ModelLoadException;
import dev.specula.onnx.OnnxDenoisingModel;
import java.util.Map;
import java.util.TreeSet;

/** Loads denoisers by the name of their bean: folders with config.json, manifest.json and model.safetensors. */
public final class DenoiserLoader implements DenoisingLoader {
    private final Map<String, String> locations;

    private DenoiserLoader(Map<String, String> locations) {
        this.locations = Map.copyOf(locations);
    }

    /** Knows the models at {@code locations}, {@code file:} or {@code classpath:}, by name. */
    public static DenoiserLoader of(Map<String, String> locations) {
        return new DenoiserLoader(locations);
    }

    @Override
    public DenoisingModel denoising(String name) {
        String location = locations.get(name);
        if (location == null) {
            throw new ModelLoadException("No location is known for the denoiser \"" + name + "\"; known are "
                    + new TreeSet<>(locations.keySet()) + ".");
        }
        return load(name, CheckpointSource.of(location, WeightFormat.F32));
    }

    /**
     * Loads one model. The first time on a machine its graphs are written and prepared; later they are mapped from the cache.
     *
     * @param name what messages call it
     * @throws ModelLoadException if it is not there, damaged, or of a kind that is not supported
     */
    public static DenoisingModel load(String name, CheckpointSource source) {
        DenoiserCheckpoint checkpoint = DenoiserCheckpoint.read(name, source);
        return OnnxDenoisingModel.load(checkpoint.parts(), checkpoint.graphs());
    }
}
