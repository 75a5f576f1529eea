package dev.specula.graphs;

import static dev.specula.graphs.AdaptiveLayers.Part.GATE;
import static dev.specula.graphs.AdaptiveLayers.Part.SCALE;
import static dev.specula.graphs.AdaptiveLayers.Part.SHIFT;
import static dev.specula.graphs.GraphWriter.FLOAT;

import dev.specula.onnx.DenoiserFormat;
import java.util.List;

/** Writes the denoiser of an action chunk: a residual perceptron, steered by time and observation. */
final class PolicyGraph {
    private static final String ROWS = "n";

    private final DenoiserConfig config;
    private final Sizes sizes;
    private final GraphWriter graph = new GraphWriter("policy");
    private final AdaptiveLayers layers;

    /**
     * Its own numbers.
     *
     * @param state numbers in a path
     * @param observation numbers in a condition
     * @param inner width inside a block
     */
    record Sizes(int state, int observation, int inner) {
        static Sizes read(JsonConfig json) {
            return new Sizes(
                    json.size("state_size", DenoiserConfig.MOST),
                    json.size("observation_size", DenoiserConfig.MOST),
                    json.size("intermediate_size", DenoiserConfig.MOST));
        }
    }

    private PolicyGraph(DenoiserConfig config, Sizes sizes, Weights weights, WeightFormat format) {
        this.config = config;
        this.sizes = sizes;
        this.layers = new AdaptiveLayers(graph, weights, format.matrices(), config);
    }

    static WrittenGraph write(DenoiserConfig config, Sizes sizes, Weights weights, WeightFormat format) {
        return new PolicyGraph(config, sizes, weights, format).write();
    }

    private WrittenGraph write() {
        int hidden = config.hidden();
        String states = graph.input(DenoiserFormat.STATES, FLOAT, ROWS, sizes.state());
        String times = graph.input(DenoiserFormat.TIMES, FLOAT, ROWS, 1);
        String observed = graph.input(DenoiserFormat.CONDITIONS, FLOAT, ROWS, sizes.observation());
        String told = layers.linear(observed, "condition.observation", hidden, sizes.observation());
        String steering = layers.steering(graph.node("Add", "told", layers.time(times), told));
        String x = graph.node(
                "Add",
                "embedded",
                layers.linear(states, "input", hidden, sizes.state()),
                layers.linear(observed, "input.observation", hidden, sizes.observation()));
        for (int block = 0; block < config.blocks(); block++) {
            x = block(x, steering, "blocks." + block);
        }
        List<String> last = layers.modulation(steering, "output.modulation", List.of(SHIFT, SCALE), List.of(0, 1), 0);
        String normed = layers.norm(x, "output.norm", last.get(0), last.get(1));
        graph.node("Identity", DenoiserFormat.VELOCITIES, layers.linear(normed, "output", sizes.state(), hidden));
        graph.output(DenoiserFormat.VELOCITIES, FLOAT, ROWS, sizes.state());
        return graph.write();
    }

    private String block(String x, String steering, String name) {
        int hidden = config.hidden();
        List<String> parts =
                layers.modulation(steering, name + ".modulation", List.of(SHIFT, SCALE, GATE), List.of(0, 1, 2), 0);
        String normed = layers.norm(x, name + ".norm", parts.get(0), parts.get(1));
        String inner = layers.silu(layers.linear(normed, name + ".up", sizes.inner(), hidden));
        return layers.gated(
                x, layers.linear(inner, name + ".down", hidden, sizes.inner()), parts.get(2), name + ".out");
    }
}
