package dev.specula.training;

import ai.djl.ndarray.NDManager;
import com.google.gson.JsonObject;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.training.data.Ahead;
import dev.specula.training.data.Lesson;
import dev.specula.training.model.DecoderShape;
import dev.specula.training.model.DraftView;
import dev.specula.training.model.VisionShape;
import dev.specula.training.store.Checkpoint;
import dev.specula.training.store.Configuration;
import dev.specula.training.store.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Distils drafts from a trained target, from where their checkpoints stand, and writes their folders. */
@Command(name = "draft", description = "Distils drafts from a trained target.")
final class DraftCommand implements Callable<Integer> {

    private static final double RATE = 2e-3;
    private static final int LOG_EVERY = 20;
    private static final int VALIDATE_EVERY = 120;
    private static final int VALIDATED = 12;
    private static final int FINALLY_MEASURED = 32;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(
            names = "--view",
            required = true,
            split = ",",
            description = "pooled, text-only, or both with a comma between: they then share the target's passes.")
    private List<String> views = List.of();

    @Option(names = "--target", required = true, description = "Directory the target's run is kept in.")
    private Path target = Path.of("");

    @Option(names = "--models", required = true, description = "Directory to write the finished folders in.")
    private Path models = Path.of("");

    @Option(
            names = "--layers",
            defaultValue = "2",
            split = ",",
            description = "Layers of a draft (default: ${DEFAULT-VALUE}). With several, 1,2 for example, each view is "
                    + "taught at each depth; the folders then end in -1 and -2.")
    private List<Integer> layers = List.of();

    @Option(names = "--steps", defaultValue = "1200", description = "Steps (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--pictures", defaultValue = "10", description = "Pictures a step (default: ${DEFAULT-VALUE}).")
    private int pictures;

    @Override
    public Integer call() throws IOException {
        run.startEngine();
        BlocksTokenizer tokenizer = BlocksTokenizer.trained();
        try (NDManager manager = NDManager.newBaseManager()) {
            TrainedTarget trained = TrainedTarget.load(target, tokenizer, manager);
            List<Student> students = views.stream()
                    .map(DraftView::parse)
                    .flatMap(view -> layers.stream()
                            .map(depth -> DecoderShape.draft(depth, tokenizer.paddedSize()))
                            .map(shape -> new Student(view, shape, run.seed, manager)))
                    .toList();
            Distillation distillation =
                    new Distillation(lesson(SeedRange.DISTILLATION, tokenizer), trained.model(), students, manager);
            Distillation unseen =
                    new Distillation(lesson(SeedRange.VALIDATION, tokenizer), trained.model(), students, manager);
            long learnt = train(distillation, unseen, students, manager);
            for (Student student : students) {
                write(student, learnt, unseen.agreement(student, VALIDATED, FINALLY_MEASURED), tokenizer);
            }
        }
        return 0;
    }

    private static Lesson lesson(SeedRange range, BlocksTokenizer tokenizer) {
        return new Lesson(range, Rendering::varied, 3, tokenizer, VisionShape.target());
    }

    private long train(Distillation distillation, Distillation unseen, List<Student> students, NDManager manager)
            throws IOException {
        long first = Long.MAX_VALUE;
        for (Student student : students) {
            first = Math.min(first, checkpoint(student).restore(student.weights(), student.optimiser(), manager));
        }
        for (long step = Math.max(0, first - Distillation.REMEMBERED); step < first; step++) {
            distillation.catchUp(step, distillation.batch(step, pictures));
        }
        Schedule schedule = new Schedule(steps, RATE);
        Progress progress = new Progress(first, steps, run.budget());
        long step = first;
        try (Ahead<Distillation.Batch> ahead = new Ahead<>(first, next -> distillation.batch(next, pictures))) {
            while (step < steps && !progress.timeIsUp()) {
                List<Double> losses = distillation.step(step, ahead.next(), schedule.rate(step));
                step++;
                if (step % LOG_EVERY == 0) {
                    progress.log(
                            step,
                            "cross-entropy %s of %s"
                                    .formatted(
                                            losses,
                                            students.stream().map(this::name).toList()));
                }
                if (step % VALIDATE_EVERY == 0) {
                    for (Student student : students) {
                        progress.log(step, name(student) + " " + unseen.agreement(student, 0, VALIDATED));
                    }
                }
                if (progress.checkpointDue()) {
                    save(students, step);
                }
            }
        }
        save(students, step);
        return step;
    }

    private void save(List<Student> students, long step) throws IOException {
        for (Student student : students) {
            checkpoint(student).save(student.weights(), student.optimiser(), step);
        }
    }

    private Checkpoint checkpoint(Student student) {
        return new Checkpoint(run.checkpoints.resolve(name(student)));
    }

    /** The view, and the depth where several are taught. */
    private String name(Student student) {
        String view = student.model().view().text();
        return layers.size() == 1 ? view : view + "-" + student.model().shape().layers();
    }

    private void write(Student student, long learnt, Distillation.Agreement agreement, BlocksTokenizer tokenizer)
            throws IOException {
        DraftView view = student.model().view();
        JsonObject manifest = Configuration.manifest("view", view.text());
        if (view == DraftView.POOLED) {
            manifest.addProperty("rows", view.rows());
        }
        new ModelFolder(models.resolve("draft-" + name(student)), tokenizer)
                .writeDraft(
                        student.weights(),
                        student.model().shape(),
                        manifest,
                        ModelCard.draft(student, learnt, pictures, agreement));
    }
}
