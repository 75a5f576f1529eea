package dev.specula.graphs;

import dev.specula.hub.OnnxExport;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoadException;
import dev.specula.model.ModelLoader;
import dev.specula.onnx.DecoderParts;
import dev.specula.onnx.OnnxCausalModel;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Loads checkpoints in the layout of {@code transformers}, and models exported of them, by the name of their bean. */
public final class CheckpointLoader implements ModelLoader {
    private static final System.Logger LOG = System.getLogger(CheckpointLoader.class.getName());

    private final Map<String, CheckpointSource> sources;

    private CheckpointLoader(Map<String, CheckpointSource> sources) {
        this.sources = Map.copyOf(sources);
    }

    /** Knows the models of {@code sources} by name. */
    public static CheckpointLoader of(Map<String, CheckpointSource> sources) {
        return new CheckpointLoader(sources);
    }

    @Override
    public CausalModel causal(String name) {
        CheckpointSource source = sources.get(name);
        if (source == null) {
            throw new ModelLoadException("No location is known for the model \"" + name + "\"; known are "
                    + new TreeSet<>(sources.keySet()) + ".");
        }
        return load(name, source);
    }

    /**
     * Loads one model. The first time on a machine its graphs are written and prepared; later they are mapped from the cache
     * ({@code specula.cache}, default {@code .cache/specula} in the user's home). A model exported to ONNX is run as it is, in the
     * weights it has.
     *
     * @param name what messages call it
     * @throws ModelLoadException if it is not there, damaged, of a kind that is not supported, or larger than the memory
     */
    public static CausalModel load(String name, CheckpointSource source) {
        CheckpointFolder folder = CheckpointFolder.at(source.location());
        Optional<OnnxExport> export = folder.export();
        return export.isPresent()
                ? ExportLoader.load(name, source, folder, export.get())
                : load(Checkpoint.read(name, source, folder));
    }

    /**
     * Loads a model of the same graphs with random weights: it takes as long and knows nothing, which shows what a draft model
     * costs that is of no use.
     *
     * @param seed of the weights
     * @throws ModelLoadException as {@link #load(String, CheckpointSource)}
     */
    public static CausalModel loadUntrained(String name, CheckpointSource source, long seed) {
        CheckpointFolder folder = CheckpointFolder.at(source.location());
        if (folder.export().isPresent()) {
            throw new ModelLoadException(
                    "\"" + source.location()
                            + "\" is an export, whose graphs hold their weights, so it cannot have random ones; name its checkpoint.");
        }
        return load(Checkpoint.read(name, source, folder).untrained(seed));
    }

    private static CausalModel load(Checkpoint checkpoint) {
        DecoderParts parts = checkpoint.parts();
        Footprint footprint = Footprint.of(parts.spec());
        LOG.log(Level.INFO, footprint::toString);
        footprint.requireFits();
        return OnnxCausalModel.load(parts, checkpoint.graphs());
    }
}
