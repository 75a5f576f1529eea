package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tensors that the graphs of a denoiser are given over one number of rows. */
final class DenoiserCall {
    private final Map<String, OnnxTensor> states;
    private final Map<String, OnnxTensor> velocities;
    private Map<String, OnnxTensor> statesAndFeatures = Map.of();
    private Map<String, OnnxTensor> velocitiesAndFeatures = Map.of();
    private Map<String, OnnxTensor> lastOutputs = Map.of();
    private @Nullable Features features;

    /**
     * Where features lie.
     *
     * @param all {@code (features, rows, feature)}, which a whole pass writes and others read
     * @param forecast {@code (rows, feature)}
     * @param computed {@code (rows, feature)}
     */
    record Features(FloatBuffer all, FloatBuffer forecast, FloatBuffer computed) {}

    DenoiserCall(Map<String, OnnxTensor> states, Map<String, OnnxTensor> velocities) {
        this.states = states;
        this.velocities = velocities;
    }

    boolean hasFeatures() {
        return features != null;
    }

    /** The buffers that {@link #withFeatures} bound. */
    Features features() {
        return Objects.requireNonNull(features);
    }

    void withFeatures(Features buffers, Map<String, OnnxTensor> each, Map<String, OnnxTensor> outputs) {
        features = buffers;
        statesAndFeatures = new LinkedHashMap<>(states);
        statesAndFeatures.putAll(each);
        velocitiesAndFeatures = new LinkedHashMap<>(velocities);
        velocitiesAndFeatures.putAll(each);
        lastOutputs = outputs;
    }

    void whole(GraphSession graph) {
        graph.run(states, velocities);
    }

    void wholeWithFeatures(GraphSession graph) {
        graph.run(states, velocitiesAndFeatures);
    }

    void forecast(GraphSession graph) {
        graph.run(statesAndFeatures, velocities);
    }

    void last(GraphSession graph) {
        graph.run(statesAndFeatures, lastOutputs);
    }
}
