package dev.specula.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.specula.training.model.Decoder;
import dev.specula.training.model.DecoderShape;
import dev.specula.training.model.Placement;
import dev.specula.training.model.Weights;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs only with the natives of the profile {@code training}. */
@EnabledIfSystemProperty(named = "specula.training", matches = "true")
class InputScalesTests {

    private static final DecoderShape SHAPE = new DecoderShape(16, 1, 2, 2, 24, 40);
    private static final int BATCH = 4;
    private static final int LENGTH = 32;
    private static final String DOWN = "model.layers.0.mlp.down_proj";
    private static final String HEAD = "model.embed_tokens";

    @BeforeAll
    static void fixThreads() {
        System.setProperty("ai.djl.pytorch.num_threads", "2");
    }

    @Test
    void oneStepServesRowsThatAreAlike() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Weights weights = new Weights(manager, 1);
            float[] largest = new float[BATCH * LENGTH];
            weights.watch((layer, x) -> {
                if (layer.equals(HEAD)) {
                    System.arraycopy(x.abs().max(new int[] {2}).toFloatArray(), 0, largest, 0, largest.length);
                }
            });
            logits(weights, manager);
            Arrays.sort(largest);

            float[] steps = found(weights, HEAD, manager);
            assertThat(steps).hasSize(1);
            assertThat(steps[0]).isCloseTo(largest[(int) (0.99 * (largest.length - 1))] / 127, within(1e-6f));
        }
    }

    @Test
    void inputsGetStepsOfTheirOwnWhereOneOfThemIsFarLarger() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Weights weights = new Weights(manager, 1);
            logits(weights, manager);
            enlarge(weights, manager, 7);

            float[] steps = found(weights, DOWN, manager);
            assertThat(steps).hasSize(SHAPE.intermediate());
            float[] others = steps.clone();
            others[7] = 0;
            Arrays.sort(others);
            assertThat(steps[7]).isGreaterThan(5 * others[others.length - 1]);
        }
    }

    /** Makes input {@code input} of the last product a hundred times as large. */
    private static void enlarge(Weights weights, NDManager manager, int input) {
        String name = "model.layers.0.mlp.gate_up_proj.weight";
        float[] values = Objects.requireNonNull(weights.arrays().get(name)).toFloatArray();
        int row = (SHAPE.intermediate() + input) * SHAPE.hidden();
        for (int at = row; at < row + SHAPE.hidden(); at++) {
            values[at] *= 100;
        }
        weights.put(name, manager.create(values, new Shape(2L * SHAPE.intermediate(), SHAPE.hidden())));
    }

    private static float[] found(Weights weights, String layer, NDManager manager) {
        InputScales scales = new InputScales();
        boolean[] counted = new boolean[BATCH * LENGTH];
        Arrays.fill(counted, true);
        scales.watchInputs(weights, counted, () -> logits(weights, manager));
        scales.watchRows(weights, counted, () -> logits(weights, manager));
        NDArray steps = scales.tensors(manager).get(layer + ".input_scale");
        return Objects.requireNonNull(steps, "no steps").toFloatArray();
    }

    private static void logits(Weights weights, NDManager manager) {
        Decoder decoder = new Decoder(SHAPE, "model.", weights, manager);
        int[] ids = new Random(2).ints(BATCH * LENGTH, 0, SHAPE.vocabulary()).toArray();
        Shape turn = new Shape(BATCH, LENGTH, 1, SHAPE.headSize());
        Placement placement = new Placement(
                manager.ones(turn), manager.zeros(turn), manager.zeros(new Shape(BATCH, 1, 1, LENGTH, LENGTH)));
        decoder.logits(decoder.embed(manager.create(ids, new Shape(BATCH, LENGTH))), placement);
    }
}
