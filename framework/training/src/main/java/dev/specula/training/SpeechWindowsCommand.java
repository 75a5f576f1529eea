package dev.specula.training;

import dev.specula.blocks.scene.SeedRange;
import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.speech.Timestamps;
import dev.specula.speech.WordErrors;
import dev.specula.training.data.Ahead;
import dev.specula.training.sound.Narration;
import dev.specula.training.sound.Narrators;
import dev.specula.training.sound.Passages;
import dev.specula.training.sound.Scribe;
import dev.specula.training.sound.WrittenWindow;
import dev.specula.training.sound.WrittenWindows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets a published model of speech write down prose that synthesised voices read. It needs no PyTorch. */
@Command(
        name = "speech-windows",
        description =
                "Lets a published model of speech write down prose that synthesised voices read, for speech-distil.")
final class SpeechWindowsCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(SpeechWindowsCommand.class);
    private static final int CONTEXT = 448;
    private static final int SECONDS = 30;
    private static final int LOG_EVERY = 20;
    private static final int TIMED_ONCE_IN = 3;
    private static final double MOST_ERRORS = 0.5; // of the words: beyond that a voice was not understood

    @Option(names = "--target", required = true, description = "Folder of the published checkpoint.")
    private Path target = Path.of("");

    @Option(
            names = "--weights",
            defaultValue = "RI8",
            description = "Format of its weights: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private WeightFormat weights = WeightFormat.RI8;

    @Option(
            names = "--texts",
            required = true,
            split = ",",
            description = "Folders of English prose, drawn equally often; one named twice, twice as often.")
    private List<Path> texts = List.of();

    @Option(names = "--to", required = true, description = "Folder to keep the windows in.")
    private Path to = Path.of("");

    @Option(
            names = "--range",
            defaultValue = "DISTILLATION",
            description = "Seeds: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). Only DISTILLATION reads the "
                    + "sentences that are learnt from.")
    private SeedRange range = SeedRange.DISTILLATION;

    @Option(names = "--first", defaultValue = "0", description = "Of the range (default: ${DEFAULT-VALUE}).")
    private long first;

    @Option(names = "--windows", defaultValue = "1200", description = "How many (default: ${DEFAULT-VALUE}).")
    private int windows;

    @Option(names = "--minutes", defaultValue = "240", description = "Stop after so long (default: ${DEFAULT-VALUE}).")
    private long minutes;

    @Override
    public Integer call() throws IOException {
        Passages.Part part = range == SeedRange.DISTILLATION ? Passages.Part.LEARNT : Passages.Part.HELD_OUT;
        Passages passages = Passages.of(texts, part);
        Narrators narrators = new Narrators();
        LOG.info("{} sentences, read by {}", passages.size(), narrators.names());
        CheckpointSource source = new CheckpointSource("file:" + target.toAbsolutePath(), weights, CONTEXT);
        WrittenWindows store = new WrittenWindows(to);
        long begin = missing(store);
        try (CausalModel model = CheckpointLoader.load("target", source);
                Ahead<Narration> ahead =
                        new Ahead<>(begin, next -> Narration.of(range.seed(next), passages, narrators, SECONDS))) {
            write(new Scribe(model), begin, ahead, store);
        }
        return 0;
    }

    /** The first one after those that are there; what was left out before them is not tried again. */
    private long missing(WrittenWindows store) {
        long begin = first;
        for (long known = first; known < first + windows; known++) {
            begin = store.has(range.seed(known)) ? known + 1 : begin;
        }
        return begin;
    }

    private void write(Scribe scribe, long begin, Ahead<Narration> ahead, WrittenWindows store) throws IOException {
        long end = first + windows;
        Progress progress = new Progress(begin, end, Duration.ofMinutes(minutes));
        WordErrors errors = new WordErrors();
        long tokens = 0;
        long kept = 0;
        for (long index = begin; index < end && !progress.timeIsUp(); index++) {
            Narration narration = ahead.next();
            Timestamps timestamps = index % TIMED_ONCE_IN == 0 ? Timestamps.SEGMENTS : Timestamps.NONE;
            Optional<WrittenWindow> written = scribe.write(narration.sound(), timestamps)
                    .filter(window -> understood(narration, scribe.text(window), errors));
            if (written.isPresent()) {
                store.add(range.seed(index), written.get());
                tokens += written.get().answer().length;
                kept++;
            }
            if ((index + 1) % LOG_EVERY == 0) {
                progress.log(
                        index + 1,
                        "%d windows with %d tokens kept, word errors %.3f".formatted(kept, tokens, errors.rate()));
            }
        }
    }

    /** Whether {@code text} has most of the words right; counts those that it has wrong. */
    private static boolean understood(Narration narration, String text, WordErrors errors) {
        WordErrors own = new WordErrors();
        own.add(narration.text(), text);
        if (own.words() == 0 || own.rate() > MOST_ERRORS) {
            return false;
        }
        errors.add(narration.text(), text);
        return true;
    }
}
