package dev.specula.graphs;

import dev.specula.hub.OnnxExport;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoadException;
import dev.specula.model.ModelSpec;
import dev.specula.model.View;
import dev.specula.onnx.DecoderParts;
import dev.specula.onnx.DecoderShape;
import dev.specula.onnx.ExportedGraphs;
import dev.specula.onnx.ExportedModel;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads models that others exported to ONNX: their graphs are run as they are, with the weights they hold. */
final class ExportLoader {
    private static final System.Logger LOG = System.getLogger(ExportLoader.class.getName());

    /** What configurations call the most columns that a model was made for. */
    private static final List<String> CONTEXTS =
            List.of("max_position_embeddings", "n_positions", "max_target_positions");

    private final String name;
    private final CheckpointSource source;
    private final CheckpointDescription description;
    private final OnnxExport export;

    private ExportLoader(String name, CheckpointSource source, CheckpointDescription description, OnnxExport export) {
        this.name = name;
        this.source = source;
        this.description = description;
        this.export = export;
    }

    /**
     * Loads a model.
     *
     * @throws ModelLoadException if its graphs are of a kind that cannot be run, or it is larger than the memory
     */
    static CausalModel load(String name, CheckpointSource source, CheckpointFolder folder, OnnxExport export) {
        return new ExportLoader(name, source, CheckpointDescription.of(folder), export).load();
    }

    private CausalModel load() {
        long bytes = bytes();
        Footprint.of(spec(0, 0, 0, bytes, 0)).requireFits(); // the graphs alone, before they are opened
        ExportedGraphs.Files files = new ExportedGraphs.Files(
                path(export.decoder()), pathIfAny(export.embedding()), pathIfAny(export.encoder()));
        ExportedGraphs graphs =
                ExportedGraphs.open(name, files, () -> ModelPartsReader.encoderInput(description.json()));
        return ExportedModel.load(parts(graphs, bytes), graphs);
    }

    /** The parts of a model that fits; closes the graphs of another. */
    private DecoderParts parts(ExportedGraphs graphs, long bytes) {
        try {
            DecoderParts parts = described(graphs, bytes);
            Footprint footprint = Footprint.of(parts.spec());
            LOG.log(Level.INFO, footprint::toString);
            footprint.requireFits();
            return parts;
        } catch (RuntimeException e) {
            graphs.close();
            throw e;
        }
    }

    private DecoderParts described(ExportedGraphs graphs, long bytes) {
        DecoderShape shape = graphs.shape(context());
        ModelSpec spec = spec(graphs.vocabulary(), shape.layers(), shape.width(), bytes, graphs.cacheBytesPerColumn());
        return new DecoderParts(
                spec,
                shape,
                graphs.memory(),
                description.vocabulary(graphs.vocabulary()),
                List.of(),
                description.endTokens(),
                description.generation(),
                description.configurations(),
                View.ALL,
                Map.of(),
                Map.of(),
                null,
                description.chatTemplate());
    }

    private ModelSpec spec(int vocabulary, int layers, int width, long bytes, long cacheBytesPerColumn) {
        return new ModelSpec(name, vocabulary, layers, width, context(), "exported", bytes, cacheBytesPerColumn);
    }

    /** A column less than the model was made for: the row that fills up a pass of one has a place, too. */
    private int context() {
        for (JsonConfig part : parts()) {
            for (String key : CONTEXTS) {
                if (part.has(key)) {
                    return Math.min(source.contextTokens(), part.integer(key) - DecoderShape.SPARE_ROWS);
                }
            }
        }
        return source.contextTokens();
    }

    private List<JsonConfig> parts() {
        JsonConfig json = description.json();
        for (String part : List.of("text_config", "decoder")) {
            if (json.has(part)) {
                return List.of(json.section(part), json);
            }
        }
        return List.of(json);
    }

    /** Bytes of the files: the runtime holds about as many. */
    private long bytes() {
        long bytes = 0;
        for (String graph : export.graphs()) {
            Path file = path(graph);
            // Weights that are too large for a graph's file lie in files whose names start as its own.
            try (DirectoryStream<Path> files =
                    Files.newDirectoryStream(file.resolveSibling(""), file.getFileName() + "*")) {
                for (Path each : files) {
                    bytes += Files.size(each);
                }
            } catch (IOException | DirectoryIteratorException e) {
                throw new ModelLoadException("Could not read \"" + source.location() + "\".", e);
            }
        }
        return bytes;
    }

    private Path path(String file) {
        return description.folder().file(file);
    }

    private @Nullable Path pathIfAny(@Nullable String file) {
        return file == null ? null : path(file);
    }
}
