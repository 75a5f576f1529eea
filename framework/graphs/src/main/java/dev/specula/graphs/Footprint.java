package dev.specula.graphs;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import dev.specula.model.ModelLoadException;
import dev.specula.model.ModelSpec;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a model will take of native memory, told before it is loaded.
 *
 * @param spec the model
 * @param available memory of the machine or container, the committed heap taken off
 * @param direct what the virtual machine allows to direct buffers, which hold caches
 */
record Footprint(ModelSpec spec, long available, long direct) {
    private static final String DIRECT = "MaxDirectMemorySize";

    private static final System.Logger LOG = System.getLogger(Footprint.class.getName());

    static Footprint of(ModelSpec spec) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Footprint(
                spec, system.getTotalMemorySize() - Runtime.getRuntime().totalMemory(), mostDirect());
    }

    /** As it was set; otherwise, or on a virtual machine that does not say, as much as the heap may become. */
    private static long mostDirect() {
        @Nullable HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        long set = 0;
        try {
            set = options == null
                    ? 0
                    : Long.parseLong(options.getVMOption(DIRECT).getValue());
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "This virtual machine has no option " + DIRECT + ".", e);
        }
        return set == 0 ? Runtime.getRuntime().maxMemory() : set;
    }

    /** Bytes of cache of one answer that fills the context. */
    private long cacheBytes() {
        return spec.cacheBytesPerColumn() * spec.contextTokens();
    }

    /**
     * Requires that weights and the cache of one answer fit, and that direct buffers may hold the cache.
     *
     * @throws ModelLoadException if they do not
     */
    void requireFits() {
        if (spec.weightBytes() + cacheBytes() > available) {
            throw new ModelLoadException(
                    this + ", but there are " + size(available)
                            + " beside the heap; choose a shorter weight format (ri8, int4; of an export, another file), a shorter context, or a smaller model.");
        }
        if (cacheBytes() > direct) {
            throw new ModelLoadException(this + ", but this virtual machine allows " + size(direct)
                    + " to direct buffers, which hold caches; raise -XX:" + DIRECT
                    + " (as much as -Xmx where it is not set), or choose a shorter context.");
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
