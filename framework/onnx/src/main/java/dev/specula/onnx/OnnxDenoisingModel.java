package dev.specula.onnx;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoiserSpec;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.FeatureDenoiser;
import dev.specula.denoise.Steps;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A denoiser on ONNX Runtime. Thread-safe; what it opens belongs to one thread each. Memory of closed denoisers is kept for the
 * next ones, as much as was in use at once.
 */
public final class OnnxDenoisingModel implements DenoisingModel {
    private final DenoiserParts parts;
    private final Map<String, GraphSession> graphs;
    private final Deque<DenoiserMemory> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger open = new AtomicInteger();

    private OnnxDenoisingModel(DenoiserParts parts, Map<String, GraphSession> graphs) {
        this.parts = parts;
        this.graphs = graphs;
    }

    /**
     * Loads the graphs; the first time on a machine they are written and prepared, which takes longer.
     *
     * @param graphs the graphs of {@link DenoiserFormat}
     * @throws EngineException if the runtime refuses a graph
     */
    public static OnnxDenoisingModel load(DenoiserParts parts, GraphBundle graphs) {
        return new OnnxDenoisingModel(parts, GraphCache.inUserDirectory().open(graphs));
    }

    GraphSession graph(String name) {
        GraphSession graph = graphs.get(name);
        if (graph == null) {
            throw new IllegalArgumentException(
                    "\"" + spec().name() + "\" needs a graph named \"" + name + "\", but has " + graphs.keySet() + ".");
        }
        return graph;
    }

    DenoiserParts parts() {
        return parts;
    }

    @Override
    public DenoiserSpec spec() {
        return parts.spec();
    }

    @Override
    public Steps steps() {
        return parts.steps();
    }

    @Override
    public Denoiser open(Condition condition) {
        return denoiser(condition);
    }

    @Override
    public FeatureDenoiser openWithFeatures(Condition condition) {
        return parts.features() == 0 ? DenoisingModel.super.openWithFeatures(condition) : denoiser(condition);
    }

    private OnnxDenoiser denoiser(Condition condition) {
        if (condition.size() != spec().conditions()) {
            throw new IllegalArgumentException("\"" + spec().name() + "\" takes a condition of " + spec().conditions()
                    + " numbers, but there are " + condition.size() + ".");
        }
        double guidance = condition.guidance(spec().guidance());
        if (guidance != 1 && !spec().isGuidable()) {
            throw new IllegalArgumentException("\"" + spec().name()
                    + "\" cannot be guided, since it was not trained to estimate without a condition; ask for a"
                    + " guidance of 1 and not " + guidance + ".");
        }
        DenoiserMemory memory = idle.pollFirst();
        open.incrementAndGet();
        return new OnnxDenoiser(this, memory == null ? new DenoiserMemory(parts) : memory, condition, guidance);
    }

    void release(DenoiserMemory memory) {
        open.decrementAndGet();
        idle.addFirst(memory);
    }

    @Override
    public void close() {
        if (open.get() > 0) {
            throw new IllegalStateException("\"" + spec().name() + "\" still has " + open.get()
                    + " open denoisers; close them before the model.");
        }
        for (DenoiserMemory memory = idle.poll(); memory != null; memory = idle.poll()) {
            memory.close();
        }
        graphs.values().forEach(GraphSession::close);
    }
}
