package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.specula.training.model.PictureNetwork;
import dev.specula.training.model.PolicyNetwork;
import dev.specula.training.model.VelocityNetwork;
import dev.specula.training.model.Weights;
import dev.specula.training.store.DenoiserFolder;
import dev.specula.training.store.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes what the tests of {@code graphs} compare with: two tiny networks of random weights and what PyTorch computes with
 * them. Run by hand when a network changes; the argument is the directory to write in.
 */
final class DenoiserFixture {

    private static final int STEPS = 100;
    private static final List<Integer> AT = List.of(0, 20, 50, 99);
    private static final double STIR = 0.2; // deviation added to every weight: zeros would hide mistakes

    private DenoiserFixture() {}

    public static void main(String... arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        try (NDManager manager = NDManager.newBaseManager()) {
            PolicyNetwork policy = new PolicyNetwork(new PolicyNetwork.Sizes(16, 24, 2), new Weights(manager, 7));
            compute(policy, policy.weights(), directory.resolve("policy"), manager, new Random(7)::nextFloat);
            new DenoiserFolder(directory.resolve("policy")).writePolicy(policy, STEPS, "Random weights.\n");
            Random choices = new Random(8);
            PictureNetwork tiles =
                    new PictureNetwork(new PictureNetwork.Sizes(4, 8, 32, 2, 2, 8), new Weights(manager, 8));
            compute(tiles, tiles.weights(), directory.resolve("tiles"), manager, () -> choices.nextInt(9));
            new DenoiserFolder(directory.resolve("tiles")).writeTiles(tiles, STEPS, 1, 2, "Random weights.\n");
        }
    }

    /** The numbers of a condition. */
    private interface Numbers {
        float next();
    }

    private static void compute(
            VelocityNetwork network, Weights weights, Path folder, NDManager manager, Numbers numbers)
            throws IOException {
        int rows = AT.size();
        Random random = new Random(9);
        float[] states = new float[(int) network.states(rows).size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = (float) random.nextGaussian();
        }
        float[] times = new float[rows];
        float[] conditions = new float[rows * network.conditions()];
        for (int row = 0; row < rows; row++) {
            times[row] = (float) (1 - (double) AT.get(row) / STEPS);
            for (int i = 0; i < network.conditions(); i++) {
                // One condition for all rows: a denoiser has one.
                conditions[row * network.conditions() + i] = row == 0 ? numbers.next() : conditions[i];
            }
        }
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        arrays.put("states", manager.create(states, network.states(rows)));
        arrays.put("times", manager.create(times, new Shape(rows, 1)));
        arrays.put("conditions", manager.create(conditions, new Shape(rows, network.conditions())));
        network.velocity(arrays.get("states"), arrays.get("times"), arrays.get("conditions")); // makes the weights
        stir(weights, manager);
        arrays.put("velocities", network.velocity(arrays.get("states"), arrays.get("times"), arrays.get("conditions")));
        Files.createDirectories(folder);
        Safetensors.write(folder.resolve("expected.safetensors"), arrays, DataType.FLOAT32, Map.of());
    }

    /** Adds noise to every weight and rounds it to half precision, in which it is written. */
    private static void stir(Weights weights, NDManager manager) {
        Map.copyOf(weights.arrays()).forEach((name, array) -> {
            Random random = new Random(name.hashCode());
            float[] stirred = array.toFloatArray();
            for (int i = 0; i < stirred.length; i++) {
                stirred[i] += (float) (STIR * random.nextGaussian());
            }
            NDArray half = manager.create(stirred, array.getShape()).toType(DataType.FLOAT16, true);
            weights.put(name, half.toType(DataType.FLOAT32, true));
        });
    }
}
