package dev.specula.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.training.data.Lesson;
import dev.specula.training.model.DecoderShape;
import dev.specula.training.model.DraftView;
import dev.specula.training.model.TargetModel;
import dev.specula.training.model.VisionShape;
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
class DistillationTests {

    private static final BlocksTokenizer TOKENIZER = BlocksTokenizer.trained();
    private static final int PICTURES = 1; // a step
    private static final double RATE = 2e-3;

    @BeforeAll
    static void fixThreads() {
        System.setProperty("ai.djl.pytorch.num_threads", "2");
    }

    @Test
    void theFirstFiftyStepsAreBitEqual() {
        List<List<Double>> once = steps(50);
        assertThat(steps(50)).isEqualTo(once);
        assertThat(once.get(48).get(0)).isLessThan(once.get(0).get(0));
    }

    @Test
    void aResumedRunGoesOnAsIfNeverStopped(@TempDir Path directory) throws IOException {
        List<List<Double>> whole = steps(6);
        Checkpoint checkpoint = new Checkpoint(directory);
        try (NDManager manager = NDManager.newBaseManager()) {
            Student student = student(manager);
            run(distillation(student, manager), 0, 3);
            checkpoint.save(student.weights(), student.optimiser(), 3);
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            Student student = student(manager);
            checkpoint.restore(student.weights(), student.optimiser(), manager);
            Distillation resumed = distillation(student, manager);
            for (int step = 0; step < 3; step++) {
                resumed.catchUp(step, resumed.batch(step, PICTURES));
            }
            assertThat(run(resumed, 3, 6)).isEqualTo(whole.subList(3, 6));
        }
    }

    private static List<List<Double>> steps(int count) {
        try (NDManager manager = NDManager.newBaseManager()) {
            return run(distillation(student(manager), manager), 0, count);
        }
    }

    private static List<List<Double>> run(Distillation distillation, int first, int end) {
        List<List<Double>> losses = new ArrayList<>();
        for (int step = first; step < end; step++) {
            losses.add(distillation.step(step, distillation.batch(step, PICTURES), RATE));
        }
        return losses;
    }

    private static Student student(NDManager manager) {
        return new Student(DraftView.POOLED, DecoderShape.draft(1, TOKENIZER.paddedSize()), 1, manager);
    }

    /** By a target that was taught nothing. */
    private static Distillation distillation(Student student, NDManager manager) {
        TargetModel target = new TargetModel(
                VisionShape.target(), DecoderShape.target(TOKENIZER.paddedSize()), new Weights(manager, 1), manager);
        Lesson lesson = new Lesson(SeedRange.DISTILLATION, Rendering::varied, 1, TOKENIZER, VisionShape.target());
        return new Distillation(lesson, target, List.of(student), manager);
    }
}
