package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the config.json of a decoder as its architecture describes it. */
final class DecoderConfigReader {
    /** More than any model has. */
    static final int MOST_LAYERS = 1000;

    /** Tokens, and numbers in a row: more than any model has, and few enough to multiply. */
    static final int MOST = 1 << 28;

    private static final int MOST_HEADS = 1 << 14; // and numbers in a head: their product fits 31 bits

    private final JsonConfig json;
    private final Architecture architecture;
    private final ConfigTerms terms;

    private DecoderConfigReader(JsonConfig json, Architecture architecture) {
        this.json = json;
        this.architecture = architecture;
        this.terms = new ConfigTerms(json);
    }

    /**
     * Reads a configuration whose {@code model_type} names its architecture.
     *
     * @throws ModelLoadException if a key is missing or asks for something the graphs do not have
     */
    static DecoderConfig read(JsonConfig json) {
        return read(json, Architecture.of(json.text("model_type")), 0);
    }

    /** Reads a configuration of {@code architecture} that attends to rows of {@code memoryWidth}; 0 if it says so itself. */
    static DecoderConfig read(JsonConfig json, Architecture architecture, int memoryWidth) {
        architecture.check(json);
        return new DecoderConfigReader(json, architecture).read(memoryWidth);
    }

    private DecoderConfig read(int memoryWidth) {
        DecoderConfig.Sizes sizes = sizes(memoryWidth);
        boolean scaled = terms.flag(architecture.term("embedding_scaled", "false"));
        String queryScale = architecture.term("query_scale", Integer.toString(sizes.headSize()));
        return new DecoderConfig(
                sizes,
                architecture.tensors(),
                spans(sizes.layers()),
                new DecoderConfig.Norms(
                        NormKind.of(architecture.term("norm")),
                        (float) terms.positive(architecture.term("norm_epsilon")),
                        architecture.term("norm_order", "before").equals("after")),
                Activation.of(terms.text(architecture.term("activation"))),
                (float) terms.positive(queryScale),
                scaled ? (float) Math.sqrt(sizes.hidden()) : 1,
                softcap(),
                terms.integer(architecture.term("first_position", "0")),
                architecture.term("matrices", "outputs-inputs").equals("inputs-outputs")
                        ? DecoderConfig.MatrixOrder.INPUTS_OUTPUTS
                        : DecoderConfig.MatrixOrder.OUTPUTS_INPUTS,
                new DecoderConfig.Biases(
                        bias("query"), bias("key"), bias("value"), bias("output"), bias("feed_forward")),
                terms.flag(architecture.term("tied")) ? DecoderConfig.Head.TIED : DecoderConfig.Head.OWN,
                headTokens());
    }

    private float softcap() {
        String term = architecture.term("softcap", "0");
        double softcap = terms.number(term);
        if (softcap < 0) {
            throw json.refused(term, "at least 0", softcap);
        }
        return (float) softcap;
    }

    private List<Integer> headTokens() {
        String key = architecture.term("head_tokens", "");
        return Arrays.stream(json.integers(key)).boxed().toList();
    }

    private boolean bias(String role) {
        return terms.flag(architecture.bias(role));
    }

    private DecoderConfig.Sizes sizes(int memoryWidth) {
        @Nullable String own = architecture.sizeIfAny("memory");
        boolean attends = terms.flag(architecture.term("memory", "false"));
        int width = !attends ? 0 : memoryWidth > 0 || own == null ? memoryWidth : terms.integer(own);
        if (attends && width == 0) {
            throw standsAlone();
        }
        return new DecoderConfig.Sizes(
                size("vocabulary"),
                size("hidden"),
                size("intermediate"),
                size("layers"),
                size("heads"),
                size("key_heads"),
                size("head_size"),
                size("context"),
                width);
    }

    static ModelLoadException standsAlone() {
        return new ModelLoadException("A decoder that attends to an encoder must stand in the config.json of the pair,"
                + " but this one stands alone.");
    }

    private int size(String name) {
        int most = switch (name) {
            case "layers" -> MOST_LAYERS;
            case "heads", "key_heads", "head_size" -> MOST_HEADS;
            case "context" -> Integer.MAX_VALUE;
            default -> MOST;
        };
        return terms.size(architecture.size(name), most);
    }

    private List<DecoderConfig.Span> spans(int layers) {
        String window = architecture.term("window", "0");
        List<String> kinds = layerKinds(layers, window);
        Map<String, DecoderConfig.Span> spans = new HashMap<>();
        kinds.forEach(kind -> spans.computeIfAbsent(kind, each -> span(each, window)));
        return kinds.stream().map(spans::get).toList();
    }

    /** Layers that slide have a window and, where the configuration has one, a rotary base of their own. */
    private DecoderConfig.Span span(String kind, String window) {
        return new DecoderConfig.Span(
                kind.equals(RopeReader.SLIDING) ? terms.size(window, Integer.MAX_VALUE) : 0,
                architecture.term("positions").equals("rotary") ? RopeReader.read(json, kind) : null);
    }

    private List<String> layerKinds(int layers, String window) {
        if (window.equals("0")) {
            return Collections.nCopies(layers, RopeReader.FULL);
        }
        if (json.has("layer_types")) {
            List<String> kinds = json.texts("layer_types");
            if (kinds.size() != layers) {
                throw json.refused("layer_types", "a list of " + layers, "one of " + kinds.size());
            }
            if (!Set.of(RopeReader.FULL, RopeReader.SLIDING).containsAll(kinds)) {
                throw json.refused("layer_types", "a list of " + RopeReader.FULL + " and " + RopeReader.SLIDING, kinds);
            }
            return kinds;
        }
        // Older files say only that every so many-th layer sees all.
        int period = json.integer("sliding_window_pattern", 6);
        if (period < 1) {
            throw json.refused("sliding_window_pattern", "at least 1", period);
        }
        return IntStream.range(0, layers)
                .mapToObj(layer -> (layer + 1) % period == 0 ? RopeReader.FULL : RopeReader.SLIDING)
                .toList();
    }
}
