package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.training.data.Ahead;
import dev.specula.training.model.SpeechShape;
import dev.specula.training.sound.ClipStore;
import dev.specula.training.sound.SpeechBatch;
import dev.specula.training.sound.SpeechVocabulary;
import dev.specula.training.store.Checkpoint;
import dev.specula.training.store.SpeechFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Distils drafts of speech from a trained target, from where their checkpoints stand, and writes their folders. */
@Command(name = "speech-draft", description = "Distils drafts of speech from a trained target.")
final class SpeechDraftCommand implements Callable<Integer> {

    private static final double RATE = 2e-3;
    private static final int LOG_EVERY = 10;
    private static final int VALIDATE_EVERY = 100;
    private static final int VALIDATED = 16;
    private static final int FINALLY_MEASURED = 64;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(
            names = "--target",
            required = true,
            description = "Directory the target's run is kept in, or its finished folder.")
    private Path target = Path.of("");

    @Option(names = "--clips-in", required = true, description = "Directory to keep rendered clips in.")
    private Path clipsIn = Path.of("");

    @Option(names = "--models", required = true, description = "Directory to write the finished folders in.")
    private Path models = Path.of("");

    @Option(
            names = "--layers",
            defaultValue = "2",
            split = ",",
            description =
                    "Layers of a draft (default: ${DEFAULT-VALUE}). With several, 1,2 for example, or several widths, each "
                            + "is taught; the folders then end in -1x64 and -2x64.")
    private List<Integer> layers = List.of();

    @Option(
            names = "--widths",
            defaultValue = "64",
            split = ",",
            description = "Widths of a draft, multiples of 64 (default: ${DEFAULT-VALUE}).")
    private List<Integer> widths = List.of();

    @Option(names = "--clips", defaultValue = "2048", description = "Different clips (default: ${DEFAULT-VALUE}).")
    private long clips;

    @Option(names = "--steps", defaultValue = "1200", description = "Steps (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--together", defaultValue = "8", description = "Clips a step (default: ${DEFAULT-VALUE}).")
    private int together;

    @Override
    public Integer call() throws IOException {
        run.startEngine();
        SpeechVocabulary vocabulary = new SpeechVocabulary();
        try (NDManager manager = NDManager.newBaseManager()) {
            TrainedSpeech trained = TrainedSpeech.load(target, vocabulary, manager);
            SpeechShape shapeOfTarget = trained.target().shape();
            List<SpeechStudent> students = layers.stream()
                    .flatMap(depth -> widths.stream().map(width -> SpeechShape.draft(depth, width, shapeOfTarget)))
                    .map(shape -> new SpeechStudent(shape, run.seed, manager))
                    .toList();
            SpeechDistillation distillation = new SpeechDistillation(trained.target(), students, manager);
            long learnt = train(distillation, students, vocabulary, manager);
            SpeechBatch unseen = unseen(FINALLY_MEASURED, vocabulary);
            for (SpeechStudent student : students) {
                write(student, learnt, distillation.agreement(student, unseen), vocabulary);
            }
        }
        return 0;
    }

    private SpeechBatch unseen(int count, SpeechVocabulary vocabulary) {
        return SpeechBatch.undisturbed(new ClipStore(clipsIn, SeedRange.VALIDATION).clips(0, count), vocabulary, 0);
    }

    private long train(
            SpeechDistillation distillation,
            List<SpeechStudent> students,
            SpeechVocabulary vocabulary,
            NDManager manager)
            throws IOException {
        long first = Long.MAX_VALUE;
        for (SpeechStudent student : students) {
            first = Math.min(first, checkpoint(student).restore(student.weights(), student.optimiser(), manager));
        }
        SpeechBatch unseen = unseen(VALIDATED, vocabulary);
        ClipStore store = new ClipStore(clipsIn, SeedRange.DISTILLATION);
        Schedule schedule = new Schedule(steps, RATE);
        Progress progress = new Progress(first, steps, run.budget());
        long step = first;
        try (Ahead<SpeechBatch> ahead = new Ahead<>(
                first, next -> SpeechBatch.learnt(store.clips(next * together % clips, together), vocabulary, next))) {
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
                    for (SpeechStudent student : students) {
                        progress.log(step, name(student) + " " + distillation.agreement(student, unseen));
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

    private void save(List<SpeechStudent> students, long step) throws IOException {
        for (SpeechStudent student : students) {
            checkpoint(student).save(student.weights(), student.optimiser(), step);
        }
    }

    private Checkpoint checkpoint(SpeechStudent student) {
        return new Checkpoint(run.checkpoints.resolve(name(student)));
    }

    private String name(SpeechStudent student) {
        SpeechShape shape = student.decoder().shape();
        return layers.size() * widths.size() == 1 ? "draft" : "draft-" + shape.decoder() + "x" + shape.hidden();
    }

    private void write(
            SpeechStudent student, long learnt, SpeechDistillation.Agreement agreement, SpeechVocabulary vocabulary)
            throws IOException {
        SpeechShape shape = student.decoder().shape();
        new SpeechFolder(models.resolve(name(student)), vocabulary)
                .writeDraft(
                        student.weights(),
                        shape,
                        learnt,
                        SpeechCard.draft(student.weights().size(), shape, learnt, together, agreement));
    }
}
