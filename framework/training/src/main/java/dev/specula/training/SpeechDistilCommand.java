package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.Vocabulary;
import dev.specula.training.data.Ahead;
import dev.specula.training.data.HeadTokens;
import dev.specula.training.sound.Passages;
import dev.specula.training.sound.WindowBatch;
import dev.specula.training.sound.WrittenWindows;
import dev.specula.training.store.Checkpoint;
import dev.specula.training.store.PublishedDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Distils a draft of one layer for a published model of speech from what that wrote, and writes its folder. */
@Command(
        name = "speech-distil",
        description =
                "Distils a draft of one layer for a published model of speech from the windows of speech-windows.")
final class SpeechDistilCommand implements Callable<Integer> {

    private static final int LOG_EVERY = 10;
    private static final int VALIDATE_EVERY = 50;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--target", required = true, description = "Folder of the published checkpoint.")
    private Path target = Path.of("");

    @Option(names = "--windows", required = true, description = "Folder of windows to learn from.")
    private Path windows = Path.of("");

    @Option(names = "--unseen", required = true, description = "Folder of windows to measure on.")
    private Path unseen = Path.of("");

    @Option(
            names = "--texts",
            required = true,
            split = ",",
            description = "Folders of English prose whose frequent tokens the head can say.")
    private List<Path> texts = List.of();

    @Option(names = "--to", required = true, description = "Folder of the finished draft.")
    private Path to = Path.of("");

    @Option(
            names = "--head",
            defaultValue = "6000",
            description = "Tokens of words that the head can say (default: ${DEFAULT-VALUE}).")
    private int head;

    @Option(
            names = "--start",
            split = ",",
            defaultValue = "0,5,5",
            description = "Layers of the target that attention to tokens, attention to sound and feed-forward start as "
                    + "(default: ${DEFAULT-VALUE}).")
    private List<Integer> start = List.of();

    @Option(names = "--steps", defaultValue = "1200", description = "Steps (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--rate", defaultValue = "5e-4", description = "Highest learning rate (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--together", defaultValue = "8", description = "Windows a step (default: ${DEFAULT-VALUE}).")
    private int together;

    @Override
    public Integer call() throws IOException {
        run.startEngine();
        List<Path> files = new WrittenWindows(windows).files();
        HeadTokens tokens = headTokens(files);
        PublishedDecoder published = PublishedDecoder.in(target);
        try (NDManager manager = NDManager.newBaseManager()) {
            WindowStudent student = new WindowStudent(published.draft(), manager);
            Checkpoint checkpoint = new Checkpoint(run.checkpoints);
            published.start(
                    student.weights(),
                    new PublishedDecoder.Start(start.get(0), start.get(1), start.get(2)),
                    tokens,
                    manager);
            long first = checkpoint.restore(student.weights(), student.optimiser(), manager);
            student.freeze();
            List<WindowBatch> measured = new WindowFeed(new WrittenWindows(unseen).files(), tokens, together, 0).all();
            long learnt = train(student, first, new WindowFeed(files, tokens, together, run.seed), measured);
            SpokenAgreement agreement = SpokenAgreement.of(student, measured);
            published.write(
                    to,
                    student.weights(),
                    tokens,
                    SpeechCard.published(
                            target,
                            student.weights().size(),
                            tokens.size(),
                            files.size(),
                            learnt * together,
                            agreement));
        }
        return 0;
    }

    private long train(WindowStudent student, long first, WindowFeed feed, List<WindowBatch> measured)
            throws IOException {
        Checkpoint checkpoint = new Checkpoint(run.checkpoints);
        Schedule schedule = new Schedule(steps, rate);
        Progress progress = new Progress(first, steps, run.budget());
        long step = first;
        double surprise = 0;
        try (Ahead<WindowBatch> ahead = new Ahead<>(first, feed::batch)) {
            while (step < steps && !progress.timeIsUp()) {
                surprise += student.learn(ahead.next(), step, schedule.rate(step));
                step++;
                if (step % LOG_EVERY == 0) {
                    progress.log(step, "cross-entropy %.4f".formatted(surprise / LOG_EVERY));
                    surprise = 0;
                }
                if (step % VALIDATE_EVERY == 0) {
                    progress.log(step, SpokenAgreement.of(student, measured).toString());
                }
                if (progress.checkpointDue()) {
                    checkpoint.save(student.weights(), student.optimiser(), step);
                }
            }
        }
        checkpoint.save(student.weights(), student.optimiser(), step);
        return step;
    }

    /** The end, all timestamps, and what is frequent in the texts and in what the target wrote. */
    private HeadTokens headTokens(List<Path> files) throws IOException {
        CheckpointSource source = CheckpointSource.of("file:" + target.toAbsolutePath(), WeightFormat.RI8);
        try (CausalModel model = CheckpointLoader.load("target", source)) {
            Vocabulary vocabulary = model.vocabulary();
            long[] counts = new long[model.spec().vocabulary()];
            for (String sentence : Passages.of(texts, Passages.Part.LEARNT).all()) {
                count(vocabulary.encode(" " + sentence), counts);
            }
            for (Path file : files) {
                count(WrittenWindows.read(file).answer(), counts);
            }
            int end = model.endTokens()[0];
            int firstTimestamp = vocabulary.id("<|notimestamps|>").orElseThrow() + 1;
            IntStream.range(end, firstTimestamp).forEach(mark -> counts[mark] = 0);
            return HeadTokens.of(
                    counts, head, IntStream.concat(IntStream.of(end), IntStream.range(firstTimestamp, counts.length)));
        }
    }

    private static void count(int[] tokens, long[] counts) {
        for (int token : tokens) {
            counts[token]++;
        }
    }
}
