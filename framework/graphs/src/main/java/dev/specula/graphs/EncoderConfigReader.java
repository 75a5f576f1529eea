package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.util.ArrayList;
import java.util.List;

/** Reads the part of a config.json that is an encoder's, as its architecture describes it. */
final class EncoderConfigReader {
    private static final int MOST_PIXELS = 1 << 14; // on a side
    private static final int MOST = 1 << 20; // numbers in a row, rows in time

    private final JsonConfig json;
    private final Architecture architecture;
    private final ConfigTerms terms;

    private EncoderConfigReader(JsonConfig json, Architecture architecture) {
        this.json = json;
        this.architecture = architecture;
        this.terms = new ConfigTerms(json);
    }

    /**
     * Reads a configuration.
     *
     * @param layer whose output is taken, among the input of the first block and the outputs of all: from the end if negative
     */
    static EncoderConfig read(JsonConfig json, Architecture architecture, int layer) {
        architecture.check(json);
        return new EncoderConfigReader(json, architecture).read(layer);
    }

    private EncoderConfig read(int layer) {
        int layers = size("layers");
        int blocks = layer < 0 ? layers + 1 + layer : layer;
        if (blocks < 0 || blocks > layers) {
            throw new ModelLoadException("The layer of an encoder that is read must be between -" + (layers + 1)
                    + " and " + layers + ", but config.json asks for " + layer + ".");
        }
        return new EncoderConfig(
                architecture.tensors(),
                new EncoderConfig.Sizes(size("hidden"), size("intermediate"), size("heads")),
                input(),
                architecture.sizeIfAny("patch") == null ? 0 : size("patch"),
                stem(),
                new DecoderConfig.Norms(
                        NormKind.LAYER, (float) terms.positive(architecture.term("norm_epsilon")), false),
                Activation.of(terms.text(architecture.term("activation"))),
                new EncoderConfig.Biases(
                        architecture.tensors().has("patches") && bias("patches"),
                        bias("query"),
                        bias("key"),
                        bias("value"),
                        bias("output"),
                        bias("feed_forward")),
                blocks);
    }

    private List<Integer> input() {
        return architecture.sizeIfAny("image") == null
                ? List.of(size("bins"), size("frames"))
                : List.of(3, size("image"), size("image"));
    }

    /** The strides that a configuration names count before those of the description. */
    private List<EncoderConfig.Convolution> stem() {
        JsonConfig description = architecture.description();
        List<EncoderConfig.Convolution> stem = new ArrayList<>();
        if (description.has("stem")) {
            String key = "stem_strides";
            int number = description.integer("stem_from");
            for (int stride : json.has(key) ? json.integers(key) : description.integers(key)) {
                String name = description.text("stem").replace("{}", Integer.toString(number++));
                stem.add(new EncoderConfig.Convolution(name, stride));
            }
        }
        return stem;
    }

    private int size(String name) {
        int most = switch (name) {
            case "layers" -> DecoderConfigReader.MOST_LAYERS;
            case "image" -> MOST_PIXELS;
            default -> MOST;
        };
        return terms.size(architecture.size(name), most);
    }

    private boolean bias(String role) {
        return terms.flag(architecture.bias(role));
    }
}
