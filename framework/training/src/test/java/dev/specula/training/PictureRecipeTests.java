package dev.specula.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.training.data.DrawingLesson;
import dev.specula.training.data.PictureVocabulary;
import dev.specula.training.model.PictureTokenizer;
import dev.specula.training.model.TokenizerShape;
import dev.specula.training.model.Weights;
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
class PictureRecipeTests {

    private static final long STEPS = 50;
    private static final TokenizerShape SHAPE = TokenizerShape.blocks();
    private static final BlocksTokenizer WORDS = BlocksTokenizer.trained();
    private static final DrawingLesson LESSON = new DrawingLesson(SeedRange.TRAINING, WORDS);
    private static final PictureVocabulary VOCABULARY =
            new PictureVocabulary(WORDS.size(), SHAPE.codes(), SHAPE.side());

    @BeforeAll
    static void fixThreads() {
        System.setProperty("ai.djl.pytorch.num_threads", "2");
    }

    @Test
    void theFirstFiftyStepsOfTheTokenizerAreBitEqualAndPicturesComeBackBetter() {
        List<TokenizerRecipe.Report> once = tokenizerSteps();
        assertThat(tokenizerSteps()).isEqualTo(once);
        assertThat(once.get(49).error()).isLessThan(once.get(0).error() / 2);
    }

    @Test
    void theFirstFiftyStepsOfTheModelAreBitEqualAndPicturesSurpriseItLess() {
        List<DrawingRecipe.Report> once = drawingSteps();
        assertThat(drawingSteps()).isEqualTo(once);
        assertThat(once.get(49).nats()).isLessThan(once.get(0).nats());
    }

    @Test
    void aResumedTokenizerGoesOnAsIfNeverStopped(@TempDir Path directory) throws IOException {
        List<TokenizerRecipe.Report> whole = tokenizerSteps();
        Checkpoint checkpoint = new Checkpoint(directory);
        try (NDManager manager = NDManager.newBaseManager()) {
            TokenizerRecipe recipe = tokenizerRecipe(manager);
            run(recipe, 0, 12);
            checkpoint.save(recipe.weights(), recipe.optimiser(), 12);
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            TokenizerRecipe recipe = tokenizerRecipe(manager);
            assertThat(checkpoint.restore(recipe.weights(), recipe.optimiser(), manager))
                    .isEqualTo(12);
            assertThat(run(recipe, 12, 15)).isEqualTo(whole.subList(12, 15));
        }
    }

    private static List<TokenizerRecipe.Report> tokenizerSteps() {
        try (NDManager manager = NDManager.newBaseManager()) {
            return run(tokenizerRecipe(manager), 0, STEPS);
        }
    }

    private static TokenizerRecipe tokenizerRecipe(NDManager manager) {
        return new TokenizerRecipe(1, STEPS, 2, SHAPE, manager);
    }

    private static List<TokenizerRecipe.Report> run(TokenizerRecipe recipe, long from, long to) {
        List<TokenizerRecipe.Report> reports = new ArrayList<>();
        for (long step = from; step < to; step++) {
            reports.add(recipe.step(step, recipe.batch(step)));
        }
        return reports;
    }

    private static List<DrawingRecipe.Report> drawingSteps() {
        try (NDManager manager = NDManager.newBaseManager()) {
            PictureTokenizer tokenizer = new PictureTokenizer(SHAPE, new Weights(manager, 1));
            DrawingRecipe recipe = new DrawingRecipe(1, STEPS, 1, LESSON, VOCABULARY, tokenizer, manager);
            List<DrawingRecipe.Report> reports = new ArrayList<>();
            for (long step = 0; step < STEPS; step++) {
                reports.add(recipe.step(step, recipe.batch(step)));
            }
            return reports;
        }
    }
}
