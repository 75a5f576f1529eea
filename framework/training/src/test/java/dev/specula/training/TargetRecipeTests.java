package dev.specula.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.training.data.Lesson;
import dev.specula.training.data.Packed;
import dev.specula.training.data.TokenWeights;
import dev.specula.training.data.Turn;
import dev.specula.training.model.Rotation;
import dev.specula.training.model.VisionShape;
import dev.specula.training.store.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Runs only with the natives of the profile {@code training}. */
@EnabledIfSystemProperty(named = "specula.training", matches = "true")
class TargetRecipeTests {

    private static final TargetPlan PLAN = new TargetPlan(1, 25, 25, 4, 2, 1);
    private static final BlocksTokenizer TOKENIZER = BlocksTokenizer.trained();
    private static final Lesson LESSON =
            new Lesson(SeedRange.TRAINING, Rendering::varied, 1, TOKENIZER, VisionShape.target());

    @BeforeAll
    static void fixThreads() {
        System.setProperty("ai.djl.pytorch.num_threads", "2");
    }

    @Test
    void theFirstFiftyStepsAreBitEqual() {
        List<TargetRecipe.Report> once = steps(50);
        assertThat(steps(50)).isEqualTo(once);
        assertThat(once.get(24).labels()).isLessThan(once.get(0).labels());
    }

    @Test
    void aResumedRunGoesOnAsIfNeverStopped(@TempDir Path directory) throws IOException {
        List<TargetRecipe.Report> whole = steps(6);
        Checkpoint checkpoint = new Checkpoint(directory);
        try (NDManager manager = NDManager.newBaseManager()) {
            TargetRecipe recipe = new TargetRecipe(PLAN, LESSON, manager);
            run(recipe, 0, 3);
            checkpoint.save(recipe.weights(), recipe.optimiser(), 3);
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            TargetRecipe recipe = new TargetRecipe(PLAN, LESSON, manager);
            assertThat(checkpoint.restore(recipe.weights(), recipe.optimiser(), manager))
                    .isEqualTo(3);
            assertThat(run(recipe, 3, 6)).isEqualTo(whole.subList(3, 6));
        }
    }

    @Test
    void aPackedTurnHasTheLogitsItHasAlone() {
        try (NDManager manager = NDManager.newBaseManager()) {
            TargetRecipe recipe = new TargetRecipe(PLAN, LESSON, manager);
            TargetRecipe.Batch batch = recipe.batch(0);
            NDArray rows = recipe.model()
                    .encoder()
                    .rows(recipe.model().encoder().patches(Feed.pixels(batch.pictures(), manager)));
            List<List<Turn>> both = LESSON.turns(batch.pictures());
            List<List<Turn>> second =
                    both.stream().map(turns -> turns.subList(1, 2)).toList();
            float[] packed = predicted(recipe, rows, both, manager);
            float[] alone = predicted(recipe, rows, second, manager);
            int firstLength = both.get(0).get(0).answer().length * TOKENIZER.paddedSize();
            for (int index = 0; index < TOKENIZER.paddedSize(); index++) {
                assertThat(packed[firstLength + index]).isCloseTo(alone[index], within(1e-4f));
            }
        }
    }

    private static float[] predicted(TargetRecipe recipe, NDArray rows, List<List<Turn>> turns, NDManager manager) {
        Packed packed = Packed.of(turns, 16, TokenWeights.even(TOKENIZER.paddedSize()), new Rotation(64));
        NDArray logits = recipe.model().logits(rows, Feed.ids(packed, manager), Feed.placement(packed, manager));
        return Student.predicting(logits, packed, manager).toFloatArray();
    }

    private static List<TargetRecipe.Report> steps(int count) {
        try (NDManager manager = NDManager.newBaseManager()) {
            return run(new TargetRecipe(PLAN, LESSON, manager), 0, count);
        }
    }

    private static List<TargetRecipe.Report> run(TargetRecipe recipe, int from, int to) {
        List<TargetRecipe.Report> reports = new ArrayList<>();
        for (int step = from; step < to; step++) {
            reports.add(recipe.step(step, recipe.batch(step)));
        }
        return reports;
    }
}
