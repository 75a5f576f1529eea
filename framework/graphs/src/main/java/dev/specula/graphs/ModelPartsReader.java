package dev.specula.graphs;

import dev.specula.Modality;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a model in its config.json, as its architecture describes them. */
final class ModelPartsReader {
    private static final int MOST_ROWS = 1 << 20;
    private static final String TEXT = "text";
    private static final String ENCODER = "encoder";
    private static final String CONNECTOR = "connector";

    private final JsonConfig json;
    private final JsonConfig description;
    private final Weights weights;
    private final ConfigTerms terms;

    private ModelPartsReader(JsonConfig json, JsonConfig description, Weights weights) {
        this.json = json;
        this.description = description;
        this.weights = weights;
        this.terms = new ConfigTerms(json);
    }

    static ModelParts read(JsonConfig json, Weights weights) {
        Architecture architecture = Architecture.of(json.text("model_type"));
        if (!architecture.description().has(TEXT)) {
            DecoderConfig decoder = DecoderConfigReader.read(json, architecture, 0);
            Weights own = withBase(architecture, decoder, weights);
            requireMatch(decoder, own);
            return new ModelParts(decoder, own, weights, null, null, rows(decoder, architecture, json));
        }
        architecture.check(json);
        return new ModelPartsReader(json, architecture.description(), weights).read();
    }

    /** Some checkpoints were saved without what says tokens, and lack the start that names have beside it. */
    private static Weights withBase(Architecture architecture, DecoderConfig decoder, Weights weights) {
        String base = architecture.description().text("base", "");
        String embedding = decoder.tensors().of("embedding") + ".weight";
        boolean lacks = !base.isEmpty() && !weights.has(embedding) && weights.has(embedding.substring(base.length()));
        return lacks ? new PrefixedWeights(weights, base, "") : weights;
    }

    /** The shape of what a model's encoder reads, without a batch; empty if it has no encoder. */
    static List<Integer> encoderInput(JsonConfig json) {
        Architecture architecture = Architecture.of(json.text("model_type"));
        return architecture.description().has(ENCODER)
                ? encoder(json, architecture.description()).input()
                : List.of();
    }

    private ModelParts read() {
        JsonConfig text = description.section(TEXT);
        JsonConfig config = config(text, json);
        EncoderConfig encoder = encoder(json, description);
        Architecture architecture = architecture(text, config);
        int memoryWidth = memoryWidth(config, architecture);
        DecoderConfig decoder = DecoderConfigReader.read(config, architecture, memoryWidth);
        boolean projected = decoder.hasMemory() && encoder.sizes().hidden() != memoryWidth;
        JsonConfig part = description.section(ENCODER);
        requireMatch(decoder, weights(text));
        LayerTensors.of(encoder, layers(part)).requireAllRead(weights(part));
        return new ModelParts(
                decoder,
                weights(text),
                weights,
                new ModelParts.Encoder(
                        Modality.valueOf(part.text("modality").toUpperCase(Locale.ROOT)),
                        encoder,
                        weights(part),
                        bridge(encoder, decoder.sizes().hidden())),
                projected ? description.text("memory_projection") : null,
                0);
    }

    /** Holds the sizes to tensors of the file before anything is allocated for them. */
    private static void requireMatch(DecoderConfig config, Weights weights) {
        DecoderConfig.Sizes sizes = config.sizes();
        TensorNames names = config.tensors();
        weights.require(names.of("embedding") + ".weight", sizes.vocabulary(), sizes.hidden());
        int queries = sizes.heads() * sizes.headSize();
        if (names.has("query_key_value")) {
            requireMatrix(config, weights, "query_key_value", queries + 2 * sizes.keyHeads() * sizes.headSize());
        } else {
            requireMatrix(config, weights, "query", queries);
            requireMatrix(config, weights, "key", sizes.keyHeads() * sizes.headSize());
        }
        requireMatrix(config, weights, names.has("gate") ? "gate" : "up", sizes.intermediate());
        LayerTensors.of(config).requireAllRead(weights);
    }

    private static void requireMatrix(DecoderConfig config, Weights weights, String role, int outputs) {
        String name = config.tensors().of(0, role) + ".weight";
        int hidden = config.sizes().hidden();
        if (config.order() == DecoderConfig.MatrixOrder.INPUTS_OUTPUTS) {
            weights.require(name, hidden, outputs);
        } else {
            weights.require(name, outputs, hidden);
        }
    }

    /** How many rows a decoder attends to whose encoder is another model's; 0 for one that attends to none. */
    private static int rows(DecoderConfig decoder, Architecture architecture, JsonConfig json) {
        if (!decoder.hasMemory()) {
            return 0;
        }
        @Nullable String rows = architecture.sizeIfAny("memory_rows");
        if (rows == null) {
            throw DecoderConfigReader.standsAlone();
        }
        return new ConfigTerms(json).size(rows, MOST_ROWS);
    }

    /** A decoder says how wide the rows are that it attends to; if it does not, they are as wide as its own. */
    private static int memoryWidth(JsonConfig config, Architecture architecture) {
        @Nullable String own = architecture.sizeIfAny("memory");
        return new ConfigTerms(config).size(own == null ? architecture.size("hidden") : own, DecoderConfigReader.MOST);
    }

    private static EncoderConfig encoder(JsonConfig json, JsonConfig description) {
        JsonConfig part = description.section(ENCODER);
        JsonConfig config = config(part, json);
        int layer = part.has("layer") ? new ConfigTerms(json).integer(part.text("layer")) : -1;
        return EncoderConfigReader.read(config, architecture(part, config), layer);
    }

    /** All layers that the configuration of a part tells of. */
    private int layers(JsonConfig part) {
        JsonConfig config = config(part, json);
        return new ConfigTerms(config).integer(architecture(part, config).size("layers"));
    }

    /** How many rows of a picture become one, from left to right and from top to bottom. */
    private int factor(String term, EncoderConfig encoder) {
        int factor = terms.size(term, encoder.across());
        int down = encoder.cells() / encoder.across();
        if (encoder.across() % factor != 0 || down % factor != 0) {
            throw json.refused(term, "a divisor of " + encoder.across() + " and " + down, factor);
        }
        return factor;
    }

    private Bridge bridge(EncoderConfig encoder, int rowWidth) {
        if (!description.has(CONNECTOR)) {
            return new NoBridge();
        }
        JsonConfig connector = description.section(CONNECTOR);
        boolean folds = connector.text("kind").equals("pixel-shuffle");
        return new ProjectingBridge(
                !description.section(ENCODER).has("layer"),
                dropsFirst(connector),
                folds ? factor(connector.text("factor"), encoder) : 1,
                connector.texts("layers"),
                terms.flag(connector.text("biases")),
                Activation.of(terms.text(connector.text("activation", "'gelu'"))),
                rowWidth);
    }

    /** Whether the first row is left out; the names of the two ways are the reference's. */
    private boolean dropsFirst(JsonConfig connector) {
        String key = connector.text("rows", "'full'");
        String rows = terms.text(key);
        if (!rows.equals("default") && !rows.equals("full")) {
            throw json.refused(key.split(" ", 2)[0], "\"default\" or \"full\"", "\"" + rows + "\"");
        }
        return rows.equals("default");
    }

    /** The part's own section of config.json, or all of it. */
    private static JsonConfig config(JsonConfig part, JsonConfig json) {
        return part.has("config") ? json.section(part.text("config")) : json;
    }

    private static Architecture architecture(JsonConfig part, JsonConfig config) {
        return Architecture.of(part.has("architecture") ? part.text("architecture") : config.text("model_type"));
    }

    private Weights weights(JsonConfig part) {
        if (!part.has("tensors")) {
            return weights;
        }
        JsonConfig prefixes = part.section("tensors");
        String from = prefixes.keys().iterator().next();
        return new PrefixedWeights(weights, from, prefixes.text(from));
    }
}
