package dev.specula.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Graphs prepared for this machine: optimised, and with their weights in the order the processor's kernels want, in files that
 * sessions map instead of copying. Prepared when first loaded; never shipped, for they depend on runtime and processor.
 *
 * <p>A bundle is one directory. It is written under another name and renamed when complete, so that what is there is whole,
 * and of several processes that prepare the same bundle the first wins. Where the directory cannot be written, graphs are
 * loaded from memory.
 */
final class GraphCache {
    /** System property of the directory; default {@code .cache/specula} under the user's home. */
    static final String DIRECTORY = "specula.cache";

    /** Changes when the same graphs are prepared in another way. */
    private static final String LAYOUT = "5";

    private static final String WEIGHTS = ".bin";

    private static final System.Logger LOG = System.getLogger(GraphCache.class.getName());

    private final CacheFolder folder;

    GraphCache(CacheFolder folder) {
        this.folder = folder;
    }

    static GraphCache inUserDirectory() {
        String chosen = System.getProperty(DIRECTORY);
        Path root = chosen != null ? Path.of(chosen) : Path.of(System.getProperty("user.home"), ".cache", "specula");
        return new GraphCache(CacheFolder.at(root.resolve("graphs")));
    }

    /** Loads all graphs of the bundle, by name. The caller closes them. */
    Map<String, GraphSession> open(GraphBundle bundle) {
        Path directory = directory(bundle);
        if (Files.isDirectory(directory)) {
            try {
                folder.used(directory);
                return load(bundle, directory);
            } catch (EngineException e) {
                LOG.log(Level.WARNING, "Prepared graphs in " + directory + " are damaged; preparing them again.", e);
                CacheFolder.delete(directory);
            }
        }
        try {
            prepare(bundle, directory);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(
                    Level.WARNING,
                    "Graphs cannot be kept in {0} ({1}), so they are prepared at each start; set -D{2} to a directory"
                            + " that can be written.",
                    folder.root(),
                    e,
                    DIRECTORY);
            return inMemory(bundle);
        }
        return load(bundle, directory);
    }

    /** Where the bundle is kept once it is open; nothing is there if it can be kept nowhere. */
    Path directory(GraphBundle bundle) {
        return folder.bundle(bundle.fingerprint() + "-" + Machine.fingerprint() + "-" + LAYOUT);
    }

    private static Map<String, GraphSession> load(GraphBundle bundle, Path directory) {
        Map<String, GraphSession> graphs = new LinkedHashMap<>();
        try {
            for (String name : bundle.graphs().keySet()) {
                graphs.put(name, GraphSession.of(name, directory.resolve(name + ".onnx"), bundle.isOnCaller(name)));
            }
            return graphs;
        } catch (EngineException e) {
            graphs.values().forEach(GraphSession::close);
            throw e;
        }
    }

    private static Map<String, GraphSession> inMemory(GraphBundle bundle) {
        Map<String, GraphSession> graphs = new LinkedHashMap<>();
        try {
            Path constants = Files.createTempDirectory("specula-");
            try {
                bundle.graphs()
                        .forEach((name, graph) -> graphs.put(
                                name,
                                GraphSession.of(
                                        name,
                                        graph.write(constants.resolve(name + WEIGHTS)),
                                        constants,
                                        bundle.isOnCaller(name))));
            } finally {
                CacheFolder.delete(constants); // what sessions have mapped stays until they close
            }
        } catch (IOException | UncheckedIOException e) {
            throw new EngineException("Graphs can be kept neither in the cache nor in a temporary directory.", e);
        }
        return graphs;
    }

    private void prepare(GraphBundle bundle, Path directory) throws IOException {
        Path work = folder.work();
        try {
            SharedWeights shared = new SharedWeights();
            for (var graph : bundle.graphs().entrySet()) {
                String name = graph.getKey();
                optimise(name, graph.getValue().write(work.resolve(name + WEIGHTS)), work);
                if (shared.share(work, name)) {
                    Files.deleteIfExists(work.resolve(name + WEIGHTS));
                } else {
                    PackedWeights.add(work.resolve(name + ".onnx"), work.resolve(name + WEIGHTS));
                    shared.add(work, name);
                }
            }
            moveUnlessThere(work, directory);
            folder.evict();
        } finally {
            CacheFolder.delete(work);
        }
    }

    private static void moveUnlessThere(Path work, Path directory) throws IOException {
        try {
            Files.move(work, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
            LOG.log(Level.DEBUG, "Another process prepared {0} first.", directory);
        }
    }

    /** Lets the runtime optimise a graph and write it; its weights stay in their file, as they are. */
    private static void optimise(String name, byte[] graph, Path directory) {
        try (OrtSession.SessionOptions options = OnnxRuntime.options()) {
            options.addConfigEntry(GraphSession.CONSTANTS_FOLDER, directory.toString());
            options.addConfigEntry("session.disable_prepacking", "1");
            options.setOptimizedModelFilePath(directory.resolve(name + ".onnx").toString());
            OnnxRuntime.environment().createSession(graph, options).close();
        } catch (OrtException e) {
            throw new EngineException("The runtime refused the graph \"" + name + "\".", e);
        }
    }
}
