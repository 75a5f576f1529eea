package dev.specula.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.training.data.Examples;
import dev.specula.training.data.NoisyBatch;
import dev.specula.training.data.ReachExamples;
import dev.specula.training.data.TileExamples;
import dev.specula.training.model.PictureNetwork;
import dev.specula.training.model.PolicyNetwork;
import dev.specula.training.model.VelocityNetwork;
import dev.specula.training.model.Weights;
import dev.specula.training.store.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Runs only with the natives of the profile {@code training}. */
@EnabledIfSystemProperty(named = "specula.training", matches = "true")
class DenoiserRecipeTests {

    private static final PolicyNetwork.Sizes POLICY = new PolicyNetwork.Sizes(32, 64, 2);
    private static final PictureNetwork.Sizes PICTURE = new PictureNetwork.Sizes(4, 8, 32, 2, 2, 8);
    private static final Examples REACHES = new ReachExamples(SeedRange.TRAINING);
    private static final Examples TILES = new TileExamples(PICTURE.patch());
    private static final int BATCH = 16;

    @BeforeAll
    static void fixThreads() {
        System.setProperty("ai.djl.pytorch.num_threads", "2");
    }

    @Test
    void theFirstFiftyStepsOfThePolicyAreBitEqual() {
        isLearntTheSameWayTwice(weights -> new PolicyNetwork(POLICY, weights), REACHES);
    }

    @Test
    void theFirstFiftyStepsOfTheTilesAreBitEqual() {
        isLearntTheSameWayTwice(weights -> new PictureNetwork(PICTURE, weights), TILES);
    }

    private static void isLearntTheSameWayTwice(Function<Weights, VelocityNetwork> network, Examples examples) {
        List<DenoiserRecipe.Report> once = steps(network, examples, 50);
        assertThat(steps(network, examples, 50)).isEqualTo(once);
        assertThat(meanLoss(once.subList(40, 50))).isLessThan(meanLoss(once.subList(0, 10)));
    }

    private static double meanLoss(List<DenoiserRecipe.Report> reports) {
        return reports.stream()
                .mapToDouble(DenoiserRecipe.Report::loss)
                .average()
                .orElseThrow();
    }

    @Test
    void aResumedRunGoesOnAsIfNeverStopped(@TempDir Path directory) throws IOException {
        Function<Weights, VelocityNetwork> network = weights -> new PictureNetwork(PICTURE, weights);
        List<DenoiserRecipe.Report> whole = steps(network, TILES, 6);
        Checkpoint checkpoint = new Checkpoint(directory);
        try (NDManager manager = NDManager.newBaseManager()) {
            DenoiserRecipe recipe = recipe(network, manager);
            run(recipe, TILES, 0, 3);
            checkpoint.save(recipe.weights(), recipe.optimiser(), 3);
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            DenoiserRecipe recipe = recipe(network, manager);
            assertThat(checkpoint.restore(recipe.weights(), recipe.optimiser(), manager))
                    .isEqualTo(3);
            assertThat(run(recipe, TILES, 3, 6)).isEqualTo(whole.subList(3, 6));
        }
    }

    private static List<DenoiserRecipe.Report> steps(
            Function<Weights, VelocityNetwork> network, Examples examples, int count) {
        try (NDManager manager = NDManager.newBaseManager()) {
            return run(recipe(network, manager), examples, 0, count);
        }
    }

    private static DenoiserRecipe recipe(Function<Weights, VelocityNetwork> network, NDManager manager) {
        Weights weights = new Weights(manager, 1);
        return new DenoiserRecipe(network.apply(weights), weights, new Schedule(50, 2e-3));
    }

    private static List<DenoiserRecipe.Report> run(DenoiserRecipe recipe, Examples examples, int from, int to) {
        List<DenoiserRecipe.Report> reports = new ArrayList<>();
        for (int step = from; step < to; step++) {
            reports.add(recipe.step(step, NoisyBatch.of(examples, step, BATCH)));
        }
        return reports;
    }
}
