package dev.specula.onnx;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Graphs that belong together, each written only when it is not in the cache of prepared graphs. */
public final class GraphBundle {
    private final String fingerprint;
    private final Map<String, Graph> graphs = new LinkedHashMap<>();
    private final Set<String> onCaller = new HashSet<>();

    /**
     * A bundle without graphs.
     *
     * @param fingerprint changes whenever the bytes of a graph would: of weights, format and version of the writer; letters,
     *     digits and hyphens
     */
    public GraphBundle(String fingerprint) {
        if (!fingerprint.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "fingerprint must consist of letters, digits and hyphens, but was \"" + fingerprint + "\".");
        }
        this.fingerprint = fingerprint;
    }

    /** Writes a graph. */
    @FunctionalInterface
    public interface Graph {
        /**
         * Returns the graph, whose large constants lie in the new file {@code constants} that it writes; named relative to the
         * folder of that.
         *
         * @throws java.io.UncheckedIOException if they cannot be written there; another folder is tried then
         */
        byte[] write(Path constants);
    }

    /** Adds a graph and returns this bundle. */
    public GraphBundle with(String name, Graph graph) {
        graphs.put(name, graph);
        return this;
    }

    /**
     * Runs the graph {@code name} on its caller's thread alone, and returns this bundle: for runs so short that waiting for
     * another thread takes longer than its help saves.
     */
    public GraphBundle onCaller(String name) {
        onCaller.add(name);
        return this;
    }

    /** Whether the graph {@code name} runs on its caller's thread alone. */
    boolean isOnCaller(String name) {
        return onCaller.contains(name);
    }

    String fingerprint() {
        return fingerprint;
    }

    Map<String, Graph> graphs() {
        return graphs;
    }
}
