package dev.specula.onnx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Graphs that belong together, each written only when it is not in the cache of prepared graphs. */
public final class GraphBundle {
    private final String fingerprint;
    private final Map<String, Supplier<byte[]>> graphs = new LinkedHashMap<>();

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

    /** Adds a graph and returns this bundle. */
    public GraphBundle with(String name, Supplier<byte[]> writer) {
        graphs.put(name, writer);
        return this;
    }

    String fingerprint() {
        return fingerprint;
    }

    Map<String, Supplier<byte[]>> graphs() {
        return graphs;
    }
}
