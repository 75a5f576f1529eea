package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tensors that the graphs of a denoiser are given over one number of rows. */
final class DenoiserCall {
    private final Map<String, OnnxTensor> states;
    private final Map<String, OnnxTensor> velocities;
    private Map<String, OnnxTensor> statesAndFeatures = Map.of();
    private Map<String, OnnxTensor> velocitiesAndFeatures = Map.of();
    private Map<String, OnnxTensor> lastOutputs = Map.of();

    DenoiserCall(Map<String, OnnxTensor> states, Map<String, OnnxTensor> velocities) {
        this.states = states;
        this.velocities = velocities;
    }

    boolean hasFeatures() {
        return !lastOutputs.isEmpty();
    }

    void withFeatures(Map<String, OnnxTensor> features, Map<String, OnnxTensor> outputs) {
        statesAndFeatures = new LinkedHashMap<>(states);
        statesAndFeatures.putAll(features);
        velocitiesAndFeatures = new LinkedHashMap<>(velocities);
        velocitiesAndFeatures.putAll(features);
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
