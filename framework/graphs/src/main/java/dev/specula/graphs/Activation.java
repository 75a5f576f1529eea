package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.attribute;

import dev.specula.model.ModelLoadException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a feed-forward block does to its inner values. */
enum Activation {
    SILU("silu swish") {
        @Override
        String write(GraphWriter graph, String name, String x) {
            return graph.node("Mul", name, x, graph.node("Sigmoid", name + ".sigmoid", x));
        }
    },
    GELU("gelu") {
        @Override
        String write(GraphWriter graph, String name, String x) {
            return graph.node("Gelu", name, x);
        }
    },
    /** With a hyperbolic tangent in place of the error function. */
    GELU_TANH("gelu_pytorch_tanh gelu_new gelu_fast") {
        @Override
        String write(GraphWriter graph, String name, String x) {
            return graph.named("Gelu", name, x)
                    .addAttribute(attribute("approximate", "tanh"))
                    .getName();
        }
    },
    /** x over 1 + exp(-1.702 x). */
    QUICK_GELU("quick_gelu") {
        @Override
        String write(GraphWriter graph, String name, String x) {
            String steep = graph.node("Mul", name + ".steep", x, graph.floats(name + ".slope", new float[] {1.702f}));
            return graph.node("Mul", name, x, graph.node("Sigmoid", name + ".sigmoid", steep));
        }
    },
    RELU("relu") {
        @Override
        String write(GraphWriter graph, String name, String x) {
            return graph.node("Relu", name, x);
        }
    };

    private final String names; // in config.json, apart by spaces

    Activation(String names) {
        this.names = names;
    }

    private List<String> names() {
        return List.of(names.split(" ", -1));
    }

    /** The activation that config.json calls {@code name}. */
    static Activation of(String name) {
        return Arrays.stream(values())
                .filter(activation -> activation.names().contains(name))
                .findFirst()
                .orElseThrow(() -> new ModelLoadException("An activation must be one of "
                        + Arrays.stream(values())
                                .flatMap(activation -> activation.names().stream())
                                .collect(Collectors.joining(", "))
                        + ", but config.json asks for \"" + name + "\"."));
    }

    /** Writes it over {@code x}; returns the name of the result. */
    abstract String write(GraphWriter graph, String name, String x);
}
