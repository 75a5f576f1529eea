package dev.specula.benchmarks.memory;

import dev.specula.benchmarks.DecoderSize;
import dev.specula.benchmarks.RandomCheckpoint;
import dev.specula.graphs.WeightFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints what checkpoints take of memory while they are loaded, in every weight format, as a table in Markdown. Linux only. */
public final class ModelMemory {
    private static final List<WeightFormat> FORMATS = List.of(WeightFormat.F32, WeightFormat.RI8, WeightFormat.INT4);
    private static final DecoderSize TINY = new DecoderSize(1, 64);

    private ModelMemory() {}

    /** Arguments: an empty folder to work in, folders of checkpoints, and GGUF files. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2 || !Resident.isTold()) {
            throw new IllegalArgumentException("Required: EMPTY-FOLDER CHECKPOINT-FOLDER-OR-GGUF-FILE..., on Linux.");
        }
        Path work = Path.of(arguments[0]);
        Path tiny = Files.createDirectories(work.resolve("tiny"));
        LoadingMemory loading = LoadingMemory.beside(RandomCheckpoint.write(TINY, tiny), work.resolve("cache"));
        System.out.println(
                "| file | MB | weights | said: weights | cache | preparing | of the file | first load | of the file |"
                        + " with maps | later load | at rest | mapped |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            Path checkpoint = Path.of(argument);
            for (WeightFormat format : FORMATS) {
                print(loading, checkpoint, format);
            }
            if (!Files.isDirectory(checkpoint)) {
                print(loading, checkpoint, WeightFormat.STORED);
            }
        }
    }

    private static void print(LoadingMemory loading, Path checkpoint, WeightFormat format)
            throws IOException, InterruptedException {
        long file = LoadingMemory.fileBytes(checkpoint);
        LoadingMemory.Taken taken = loading.measure("file:" + checkpoint, format);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %s | %.0f | %.0f | %.0f | %.2f | %.0f | %.2f | %.0f | %.0f | %.0f | %.0f |%n",
                checkpoint.getFileName(),
                file / 1e6,
                format,
                taken.weights() / 1e6,
                taken.cache() / 1e6,
                taken.prepared() / 1e6,
                taken.prepared() / (double) file,
                taken.first() / 1e6,
                taken.ofTheFile(file),
                taken.peak() / 1e6,
                taken.later() / 1e6,
                taken.anonymous() / 1e6,
                taken.mapped() / 1e6);
    }
}
