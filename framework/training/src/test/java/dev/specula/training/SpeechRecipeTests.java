package dev.specula.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.training.model.SpeechShape;
import dev.specula.training.model.Weights;
import dev.specula.training.sound.Clip;
import dev.specula.training.sound.ClipStore;
import dev.specula.training.sound.SpeechBatch;
import dev.specula.training.sound.SpeechVocabulary;
import dev.specula.training.store.Checkpoint;
import dev.specula.training.store.SpeechFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Runs only with the natives of the profile {@code training}. */
@EnabledIfSystemProperty(named = "specula.training", matches = "true")
class SpeechRecipeTests {

    private static final SpeechVocabulary VOCABULARY = new SpeechVocabulary();
    private static final SpeechShape SHAPE = new SpeechShape(32, 2, 1, 2, 64, 64, 32, Clip.ROWS, VOCABULARY.size());
    private static final SpeechRecipe.Plan PLAN = new SpeechRecipe.Plan(1, 10, 30, 64, 2);

    @TempDir
    private static Path clips;

    @BeforeAll
    static void fixThreads() {
        System.setProperty("ai.djl.pytorch.num_threads", "2");
    }

    @Test
    void theFirstStepsAreBitEqualAndWhatIsSaidSurprisesLess() {
        List<SpeechRecipe.Report> once = steps(30);
        assertThat(steps(30)).isEqualTo(once);
        assertThat(mean(once.subList(25, 30), SpeechRecipe.Report::phones))
                .isLessThan(mean(once.subList(0, 5), SpeechRecipe.Report::phones));
        assertThat(mean(once.subList(25, 30), SpeechRecipe.Report::language))
                .isLessThan(mean(once.subList(10, 15), SpeechRecipe.Report::language));
    }

    private static double mean(List<SpeechRecipe.Report> reports, ToDoubleFunction<SpeechRecipe.Report> figure) {
        return reports.stream().mapToDouble(figure).average().orElseThrow();
    }

    @Test
    void aResumedRunGoesOnAsIfNeverStopped(@TempDir Path directory) throws IOException {
        List<SpeechRecipe.Report> whole = steps(13);
        Checkpoint checkpoint = new Checkpoint(directory);
        try (NDManager manager = NDManager.newBaseManager()) {
            SpeechRecipe recipe = recipe(manager);
            run(recipe, 0, 11);
            checkpoint.save(recipe.weights(), recipe.optimiser(), 11);
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            SpeechRecipe recipe = recipe(manager);
            assertThat(checkpoint.restore(recipe.weights(), recipe.optimiser(), manager))
                    .isEqualTo(11);
            assertThat(run(recipe, 11, 13)).isEqualTo(whole.subList(11, 13));
        }
    }

    @Test
    void aDraftComesNearItsTargetsLaws(@TempDir Path folder) throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            SpeechRecipe recipe = recipe(manager);
            SpeechStudent student = new SpeechStudent(SpeechShape.draft(1, 128, SHAPE), 1, manager);
            SpeechDistillation distillation = new SpeechDistillation(recipe.target(), List.of(student), manager);
            SpeechBatch batch = recipe.batch(0);
            double before = distillation.agreement(student, batch).overlap();
            for (int step = 0; step < 6; step++) {
                distillation.step(step, batch, 2e-3);
            }
            assertThat(distillation.agreement(student, batch).overlap()).isGreaterThan(before);
            SpeechFolder finished = new SpeechFolder(folder, VOCABULARY);
            finished.writeDraft(student.weights(), student.decoder().shape(), 6, "A draft.\n");
            Weights read = new Weights(manager, 2);
            assertThat(finished.read(read, manager)).isEqualTo(6);
            assertThat(read.arrays()).hasSameSizeAs(student.weights().arrays());
        }
    }

    private static List<SpeechRecipe.Report> steps(int count) {
        try (NDManager manager = NDManager.newBaseManager()) {
            return run(recipe(manager), 0, count);
        }
    }

    private static SpeechRecipe recipe(NDManager manager) {
        return new SpeechRecipe(PLAN, SHAPE, new ClipStore(clips, SeedRange.TRAINING), VOCABULARY, manager);
    }

    private static List<SpeechRecipe.Report> run(SpeechRecipe recipe, int from, int to) {
        List<SpeechRecipe.Report> reports = new ArrayList<>();
        for (int step = from; step < to; step++) {
            reports.add(recipe.step(step, recipe.batch(step)));
        }
        return reports;
    }
}
