package dev.specula.training.store;

import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import com.google.gson.JsonObject;
import dev.specula.blocks.motion.HandPath;
import dev.specula.blocks.motion.Reach;
import dev.specula.training.model.Adaptive;
import dev.specula.training.model.PictureNetwork;
import dev.specula.training.model.PolicyNetwork;
import dev.specula.training.model.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A finished denoiser as a folder: weights in half precision, sizes, sampler, card. */
public final class DenoiserFolder {

    private final Path folder;

    public DenoiserFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes a policy that is sampled in {@code steps} steps; {@code card} is its README. */
    public void writePolicy(PolicyNetwork network, int steps, String card) throws IOException {
        JsonObject sizes =
                sizes("blocks_policy", network.sizes().hidden(), network.sizes().blocks());
        sizes.addProperty("state_size", HandPath.NUMBERS);
        sizes.addProperty("observation_size", Reach.OBSERVED);
        sizes.addProperty("intermediate_size", network.sizes().inner());
        write(network.weights(), sizes, sampler(steps, 1), card);
    }

    /** Writes a denoiser of pictures that is sampled in {@code steps} steps of DDIM under {@code guidance}. */
    public void writeTiles(PictureNetwork network, int steps, double eta, double guidance, String card)
            throws IOException {
        JsonObject sizes =
                sizes("blocks_tiles", network.sizes().hidden(), network.sizes().blocks());
        sizes.addProperty("image_size", network.sizes().side() * network.sizes().patch());
        sizes.addProperty("patch_size", network.sizes().patch());
        sizes.addProperty("num_attention_heads", network.sizes().heads());
        sizes.addProperty("num_choices", network.sizes().choices());
        JsonObject sampler = sampler(steps, eta);
        sampler.addProperty("guidance", guidance);
        write(network.weights(), sizes, sampler, card);
    }

    private static JsonObject sizes(String type, int hidden, int blocks) {
        JsonObject sizes = new JsonObject();
        sizes.addProperty("model_type", type);
        sizes.addProperty("hidden_size", hidden);
        sizes.addProperty("num_hidden_layers", blocks);
        sizes.addProperty("time_waves", Adaptive.WAVES);
        sizes.addProperty("time_highest_frequency", Adaptive.HIGHEST);
        sizes.addProperty("layer_norm_eps", 1e-6);
        return sizes;
    }

    private static JsonObject sampler(int steps, double eta) {
        JsonObject sampler = Configuration.manifest("role", "target");
        sampler.addProperty("prediction", "velocity");
        sampler.addProperty("schedule", "cosine");
        sampler.addProperty("steps", steps);
        sampler.addProperty("eta", eta);
        sampler.addProperty("learned_variance", false);
        return sampler;
    }

    private void write(Weights weights, JsonObject sizes, JsonObject manifest, String card) throws IOException {
        Files.createDirectories(folder);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Safetensors.write(
                    folder.resolve("model.safetensors"), weights.arrays(), DataType.FLOAT16, Map.of("format", "pt"));
        }
        Configuration.write(folder.resolve("config.json"), sizes);
        Configuration.write(folder.resolve("manifest.json"), manifest);
        Files.writeString(folder.resolve("README.md"), card);
    }
}
