package dev.specula.graphs;

import dev.specula.denoise.DenoiserSpec;
import dev.specula.denoise.NoiseLevels;
import dev.specula.denoise.Steps;
import dev.specula.model.ModelLoadException;
import dev.specula.onnx.DenoiserFormat;
import dev.specula.onnx.DenoiserParts;
import dev.specula.onnx.GraphBundle;
import java.util.List;

/** The checkpoint of a denoiser, read as far as needed to say what its model is; weights are read when a graph is written. */
final class DenoiserCheckpoint {
    /** Changes when the same checkpoint gives other graphs. */
    private static final String WRITER_VERSION = "1";

    private static final int MOST_STEPS = 100_000;

    private final String name;
    private final WeightFormat format;
    private final CheckpointFolder folder;
    private final JsonConfig json;
    private final JsonConfig manifest;
    private final DenoiserConfig config;
    private final CheckpointWeights weights;

    private DenoiserCheckpoint(String name, WeightFormat format, CheckpointFolder folder) {
        this.name = name;
        this.format = format;
        this.folder = folder;
        this.json = JsonConfig.parse("config.json of \"" + folder.location() + "\"", folder.text("config.json"));
        this.manifest =
                JsonConfig.parse("manifest.json of \"" + folder.location() + "\"", folder.text("manifest.json"));
        this.config = DenoiserConfig.read(json);
        this.weights = CheckpointWeights.of(folder);
    }

    static DenoiserCheckpoint read(String name, CheckpointSource source) {
        return new DenoiserCheckpoint(name, source.format(), CheckpointFolder.at(source.location()));
    }

    /** What the model is made of, beside its graphs. */
    DenoiserParts parts() {
        required("prediction", "velocity");
        required("schedule", "cosine");
        NoiseLevels levels = NoiseLevels.cosine(manifest.size("steps", MOST_STEPS));
        Steps steps = Steps.ddim(levels, eta());
        return switch (json.text("model_type")) {
            case "blocks_policy" -> {
                PolicyGraph.Sizes sizes = PolicyGraph.Sizes.read(json);
                DenoiserSpec spec = spec(sizes.state(), sizes.observation(), List.of(), 0);
                yield new DenoiserParts(spec, levels, steps, List.of(sizes.state()), List.of(), 0, List.of());
            }
            case "blocks_tiles" -> {
                TilesGraph.Sizes sizes = TilesGraph.Sizes.read(json);
                float nothing = sizes.choices();
                List<Float> untold = List.of(nothing, nothing);
                int features = 2 * config.blocks();
                yield new DenoiserParts(
                        spec(sizes.patches() * sizes.numbers(), 2, untold, features),
                        levels,
                        steps,
                        List.of(sizes.patches(), sizes.numbers()),
                        untold,
                        features,
                        List.of(sizes.patches(), config.hidden()));
            }
            default -> throw unknown();
        };
    }

    private DenoiserSpec spec(int dimension, int conditions, List<Float> untold, int features) {
        long numbers =
                weights.files().values().stream().mapToLong(WeightBytes::size).sum() / 2; // in half precision
        return new DenoiserSpec(
                name,
                dimension,
                conditions,
                manifest.number("guidance", 1),
                !untold.isEmpty(),
                features > 0,
                manifest.flag("learned_variance"),
                format.bytes(numbers));
    }

    /** Its graphs, written when asked for. */
    GraphBundle graphs() {
        Fingerprint fingerprint =
                new Fingerprint().add(WRITER_VERSION).add(format.toString()).add(folder.text("config.json"));
        weights.files().forEach((file, bytes) -> fingerprint.add(file).add(bytes));
        GraphBundle bundle = new GraphBundle(fingerprint.text());
        Weights tensors = weights.tensors();
        return switch (json.text("model_type")) {
            case "blocks_policy" -> {
                PolicyGraph.Sizes sizes = PolicyGraph.Sizes.read(json);
                yield bundle.with(
                        DenoiserFormat.WHOLE,
                        constants -> PolicyGraph.write(config, sizes, tensors, format)
                                .save(constants));
            }
            case "blocks_tiles" -> {
                TilesGraph.Sizes sizes = TilesGraph.Sizes.read(json);
                yield bundle.with(
                                DenoiserFormat.WHOLE,
                                constants -> TilesGraph.whole(config, sizes, tensors, format)
                                        .save(constants))
                        .with(
                                DenoiserFormat.FORECAST,
                                constants -> TilesGraph.forecast(config, sizes, tensors, format)
                                        .save(constants))
                        .with(
                                DenoiserFormat.LAST,
                                constants -> TilesGraph.last(config, sizes, tensors, format)
                                        .save(constants));
            }
            default -> throw unknown();
        };
    }

    private double eta() {
        double eta = manifest.number("eta", 1);
        if (eta < 0 || eta > 1) {
            throw manifest.refused("eta", "between 0 and 1", eta);
        }
        return eta;
    }

    private void required(String key, String value) {
        if (!manifest.text(key).equals(value)) {
            throw manifest.refused(key, "\"" + value + "\"", "\"" + manifest.text(key) + "\"");
        }
    }

    private ModelLoadException unknown() {
        return json.refused("model_type", "blocks_policy or blocks_tiles", "\"" + json.text("model_type") + "\"");
    }
}
