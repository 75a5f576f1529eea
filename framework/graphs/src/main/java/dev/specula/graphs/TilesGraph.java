package dev.specula.graphs;

import static dev.specula.graphs.AdaptiveLayers.Part.GATE;
import static dev.specula.graphs.AdaptiveLayers.Part.SCALE;
import static dev.specula.graphs.AdaptiveLayers.Part.SHIFT;
import static dev.specula.graphs.GraphWriter.FLOAT;
import static dev.specula.graphs.GraphWriter.INT64;
import static dev.specula.graphs.GraphWriter.attribute;

import dev.specula.onnx.DenoiserFormat;
import java.util.List;

/**
 * Writes the denoiser of a small picture, a transformer over its patches, as each of the graphs of {@link DenoiserFormat}. A
 * feature is what an attention or a feed-forward layer adds before its gate: two a block, (n, patches, hidden).
 */
final class TilesGraph {
    private static final String ROWS = "n";
    private static final List<AdaptiveLayers.Part> PARTS = List.of(SHIFT, SCALE, GATE, SHIFT, SCALE, GATE);
    private static final List<Integer> ALL = List.of(0, 1, 2, 3, 4, 5);
    private static final List<Integer> GATES = List.of(2, 5);

    private final DenoiserConfig config;
    private final Sizes sizes;
    private final Weights weights;
    private final GraphWriter graph = new GraphWriter("tiles");
    private final AdaptiveLayers layers;

    /**
     * Its own numbers.
     *
     * @param side of the square of patches
     * @param patch pixels along a patch
     * @param heads of attention
     * @param choices of shapes, and of colours, without the one that says nothing
     */
    record Sizes(int side, int patch, int heads, int choices) {
        private static final int MOST_PIXELS = 1 << 10; // on a side

        static Sizes read(JsonConfig json) {
            int patch = json.size("patch_size", MOST_PIXELS);
            int image = json.size("image_size", MOST_PIXELS);
            int heads = json.integer("num_attention_heads");
            if (image % patch != 0) {
                throw json.refused("image_size", "a multiple of patch_size, " + patch, image);
            }
            if (heads < 1 || json.integer("hidden_size") % heads != 0) {
                throw json.refused("num_attention_heads", "a divisor of hidden_size", heads);
            }
            return new Sizes(image / patch, patch, heads, json.size("num_choices", DenoiserConfig.MOST));
        }

        int patches() {
            return side * side;
        }

        /** Numbers in a patch. */
        int numbers() {
            return 3 * patch * patch;
        }
    }

    private TilesGraph(DenoiserConfig config, Sizes sizes, Weights weights, WeightFormat format) {
        this.config = config;
        this.sizes = sizes;
        this.weights = weights;
        this.layers = new AdaptiveLayers(graph, weights, format.matrices(), config);
    }

    /** Everything is computed; features are outputs. */
    static WrittenGraph whole(DenoiserConfig config, Sizes sizes, Weights weights, WeightFormat format) {
        TilesGraph tiles = new TilesGraph(config, sizes, weights, format);
        String steering = tiles.steering();
        String x = tiles.embedded();
        for (int block = 0; block < config.blocks(); block++) {
            x = tiles.computed(x, steering, block);
        }
        tiles.velocities(x, steering);
        for (int index = 0; index < 2 * config.blocks(); index++) {
            tiles.graph.output(DenoiserFormat.feature(index), FLOAT, ROWS, sizes.patches(), config.hidden());
        }
        return tiles.graph.write();
    }

    /** Features are inputs; no block is computed. */
    static WrittenGraph forecast(DenoiserConfig config, Sizes sizes, Weights weights, WeightFormat format) {
        TilesGraph tiles = new TilesGraph(config, sizes, weights, format);
        tiles.featureInputs();
        String steering = tiles.steering();
        String x = tiles.embedded();
        for (int block = 0; block < config.blocks(); block++) {
            x = tiles.given(x, steering, block);
        }
        tiles.velocities(x, steering);
        return tiles.graph.write();
    }

    /** Features are inputs; the last block is computed on what they lead to. */
    static WrittenGraph last(DenoiserConfig config, Sizes sizes, Weights weights, WeightFormat format) {
        TilesGraph tiles = new TilesGraph(config, sizes, weights, format);
        tiles.featureInputs();
        String steering = tiles.steering();
        String x = tiles.embedded();
        int last = config.blocks() - 1;
        for (int block = 0; block < last; block++) {
            x = tiles.given(x, steering, block);
        }
        tiles.output(DenoiserFormat.FORECAST_OUTPUT, tiles.given(x, steering, last), config.hidden());
        tiles.output(DenoiserFormat.COMPUTED_OUTPUT, tiles.block(x, steering, last), config.hidden());
        return tiles.graph.write();
    }

    private void featureInputs() {
        for (int index = 0; index < 2 * config.blocks(); index++) {
            graph.input(DenoiserFormat.feature(index), FLOAT, ROWS, sizes.patches(), config.hidden());
        }
    }

    private String steering() {
        String times = graph.input(DenoiserFormat.TIMES, FLOAT, ROWS, 1);
        String conditions = graph.input(DenoiserFormat.CONDITIONS, FLOAT, ROWS, 2);
        graph.named("Cast", "choices", conditions).addAttribute(attribute("to", INT64));
        graph.operator("Split", "", "choices.split", "choices")
                .addAttribute(attribute("axis", 1))
                .addAttribute(attribute("num_outputs", 2))
                .addOutput("choices.shape")
                .addOutput("choices.colour");
        String chosen = graph.node("Add", "chosen", chosen("shape"), chosen("colour"));
        return layers.steering(graph.node("Add", "told", layers.time(times), chosen));
    }

    /** Row of a table for each choice (n, 1) -> (n, hidden). */
    private String chosen(String what) {
        String name = "condition." + what;
        int rows = sizes.choices() + 1;
        String table = graph.floats(
                name + ".weight", weights.read(name + ".weight", rows, config.hidden()), rows, config.hidden());
        String picked = graph.node("Gather", name + ".picked", table, "choices." + what);
        return graph.node("Squeeze", name, picked, graph.longs(name + ".axis", new long[] {1}, 1));
    }

    private String embedded() {
        String states = graph.input(DenoiserFormat.STATES, FLOAT, ROWS, sizes.patches(), sizes.numbers());
        float[] positions = weights.read("positions", sizes.patches(), config.hidden());
        return graph.node(
                "Add",
                "embedded",
                layers.linear(states, "input", config.hidden(), sizes.numbers()),
                graph.floats("positions", positions, sizes.patches(), config.hidden()));
    }

    private void velocities(String x, String steering) {
        List<String> parts =
                layers.modulation(steering, "output.modulation", List.of(SHIFT, SCALE), List.of(0, 1), sizes.patches());
        String normed = layers.norm(x, "output.norm", parts.get(0), parts.get(1));
        output(
                DenoiserFormat.VELOCITIES,
                layers.linear(normed, "output", sizes.numbers(), config.hidden()),
                sizes.numbers());
    }

    private void output(String name, String value, int width) {
        graph.node("Identity", name, value);
        graph.output(name, FLOAT, ROWS, sizes.patches(), width);
    }

    /** A block whose features are outputs. */
    private String computed(String x, String steering, int block) {
        String out = block(x, steering, block);
        String name = "blocks." + block;
        graph.node("Identity", DenoiserFormat.feature(2 * block), name + ".attention.out.biased");
        graph.node("Identity", DenoiserFormat.feature(2 * block + 1), name + ".feed.down.biased");
        return out;
    }

    private String block(String x, String steering, int block) {
        String name = "blocks." + block;
        int hidden = config.hidden();
        List<String> parts = layers.modulation(steering, name + ".modulation", PARTS, ALL, sizes.patches());
        String mixed =
                attention(layers.norm(x, name + ".attention.norm", parts.get(0), parts.get(1)), name + ".attention");
        String attended = layers.gated(x, mixed, parts.get(2), name + ".attended");
        String normed = layers.norm(attended, name + ".feed.norm", parts.get(3), parts.get(4));
        String inner =
                graph.node("Gelu", name + ".feed.inner", layers.linear(normed, name + ".feed.up", 4 * hidden, hidden));
        String fed = layers.linear(inner, name + ".feed.down", hidden, 4 * hidden);
        return layers.gated(attended, fed, parts.get(5), name + ".fed");
    }

    /** A block whose features are inputs: gates and sums alone. */
    private String given(String x, String steering, int block) {
        String name = "blocks." + block;
        List<String> gates = layers.modulation(steering, name + ".modulation", PARTS, GATES, sizes.patches());
        String attended = layers.gated(x, DenoiserFormat.feature(2 * block), gates.get(0), name + ".attended.given");
        return layers.gated(attended, DenoiserFormat.feature(2 * block + 1), gates.get(1), name + ".fed.given");
    }

    private String attention(String x, String name) {
        int hidden = config.hidden();
        String all = layers.linear(x, name + ".qkv", 3 * hidden, hidden);
        graph.operator("Split", "", name + ".split", all)
                .addAttribute(attribute("axis", -1))
                .addAttribute(attribute("num_outputs", 3))
                .addOutput(name + ".query")
                .addOutput(name + ".key")
                .addOutput(name + ".value");
        String heads = graph.operator(
                        "MultiHeadAttention",
                        GraphWriter.MICROSOFT,
                        name + ".heads",
                        name + ".query",
                        name + ".key",
                        name + ".value")
                .addAttribute(attribute("num_heads", sizes.heads()))
                .addOutput(name + ".heads")
                .getName();
        return layers.linear(heads, name + ".out", hidden, hidden);
    }
}
