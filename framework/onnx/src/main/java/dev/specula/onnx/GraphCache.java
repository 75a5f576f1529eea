package dev.specula.onnx;

import ai.onnx.proto.OnnxMl;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
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
    private static final String LAYOUT = "3";

    private static final String CONSTANTS = "constants";

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
        Path directory = folder.bundle(bundle.fingerprint() + "-" + Machine.fingerprint() + "-" + LAYOUT);
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
                                GraphSession.of(name, graph.write(constants), constants, bundle.isOnCaller(name))));
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
                Path constants = Files.createDirectory(work.resolve(CONSTANTS));
                byte[] written = graph.getValue().write(constants);
                DiskSpace.require(work, size(constants)); // the runtime writes them once more, in another order
                save(graph.getKey(), written, constants, work);
                CacheFolder.delete(constants);
                shared.share(work, graph.getKey());
            }
            moveUnlessThere(work, directory);
            folder.evict();
        } finally {
            CacheFolder.delete(work);
        }
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
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

    /** Lets the runtime optimise a graph and write it with its packed weights beside it. */
    private static void save(String name, byte[] graph, Path constants, Path directory) throws IOException {
        try (OrtSession.SessionOptions options = OnnxRuntime.options()) {
            options.addConfigEntry(GraphSession.CONSTANTS_FOLDER, constants.toString());
            options.setOptimizedModelFilePath(directory.resolve(name + ".onnx").toString());
            options.addConfigEntry("session.optimized_model_external_initializers_file_name", name + ".bin");
            options.addConfigEntry("session.optimized_model_external_initializers_min_size_in_bytes", "1024");
            boolean packable = packable(graph);
            options.addConfigEntry("session.save_external_prepacked_constant_initializers", packable ? "1" : "0");
            options.addConfigEntry("session.disable_prepacking", packable ? "0" : "1"); // memory for what is not kept
            OnnxRuntime.environment().createSession(graph, options).close();
        } catch (OrtException e) {
            throw new EngineException("The runtime refused the graph \"" + name + "\".", e);
        }
    }

    /** Runtime 1.29.0 writes packed 4-bit weights that it reads back as NaN; they are packed at each load instead. */
    private static boolean packable(byte[] graph) throws IOException {
        return OnnxMl.ModelProto.parseFrom(graph).getGraph().getNodeList().stream()
                .noneMatch(node -> node.getOpType().equals("MatMulNBits"));
    }
}
