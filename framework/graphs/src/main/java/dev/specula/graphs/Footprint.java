package dev.specula.graphs;

import com.sun.management.OperatingSystemMXBean;
import dev.specula.model.ModelLoadException;
import dev.specula.model.ModelSpec;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What a model will take of native memory, told before it is loaded.
 *
 * @param spec the model
 * @param available memory of the machine or container, the committed heap taken off
 */
record Footprint(ModelSpec spec, long available) {
    static Footprint of(ModelSpec spec) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Footprint(
                spec, system.getTotalMemorySize() - Runtime.getRuntime().totalMemory());
    }

    /** Bytes of cache of one answer that fills the context. */
    private long cacheBytes() {
        return spec.cacheBytesPerColumn() * spec.contextTokens();
    }

    /**
     * Requires that weights and the cache of one answer fit.
     *
     * @throws ModelLoadException if they do not
     */
    void requireFits() {
        if (spec.weightBytes() + cacheBytes() > available) {
            throw new ModelLoadException(
                    this + ", but there are " + size(available)
                            + " beside the heap; choose a shorter weight format (ri8, int4; of an export, another file), a shorter context, or a smaller model.");
        }
    }

    @Override
    public String toString() {
        return "\"" + spec.name() + "\" takes " + size(spec.weightBytes()) + " for weights (" + spec.weights()
                + ") and " + size(cacheBytes()) + " for the cache of an answer of " + spec.contextTokens() + " columns";
    }

    private static String size(long bytes) {
        return bytes >= 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
