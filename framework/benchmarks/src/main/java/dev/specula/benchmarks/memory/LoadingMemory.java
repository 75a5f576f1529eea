package dev.specula.benchmarks.memory;

import dev.specula.Modality;
import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelSpec;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What it takes to load a model, the first time, when its graphs are written and prepared, and later. */
final class LoadingMemory {
    private static final int CONTEXT = 512;
    private static final String HEAP = "96m"; // less than the weights of what is worth measuring

    private final WatchedProcess process;
    private final WatchedProcess.Seen idle;

    private LoadingMemory(WatchedProcess process, WatchedProcess.Seen idle) {
        this.process = process;
        this.idle = idle;
    }

    /**
     * Measures beside a process that loads next to nothing.
     *
     * @param cache an empty folder for prepared graphs
     * @param tiny where a very small model is
     */
    static LoadingMemory beside(String tiny, Path cache) throws InterruptedException {
        WatchedProcess process = new WatchedProcess(cache, HEAP);
        process.run(Loading.class, tiny, WeightFormat.F32.toString());
        return new LoadingMemory(process, process.run(Loading.class, tiny, WeightFormat.F32.toString()));
    }

    /**
     * Bytes beyond those of a process that loads next to nothing.
     *
     * @param prepared the most anonymous memory until its graphs were prepared, when the model was loaded the first time
     * @param first the most anonymous memory of that load
     * @param peak the most of it and of mapped files then, each page as often as it is mapped
     * @param later the most anonymous memory while it was loaded again
     * @param anonymous anonymous memory after that and the beginning of an answer
     * @param mapped pages of mapped files then
     * @param weights what the model was said to take before it was loaded
     * @param cache what the cache of an answer was said to take
     */
    record Taken(
            long prepared, long first, long peak, long later, long anonymous, long mapped, long weights, long cache) {
        /** The most anonymous memory of the first load without the cache, over the size of the file. */
        double ofTheFile(long file) {
            return (first - cache) / (double) file;
        }
    }

    /** Loads the model at {@code location} twice; nothing of it may be prepared yet. */
    Taken measure(String location, WeightFormat format) throws InterruptedException {
        WatchedProcess.Seen first = process.run(Loading.class, location, format.toString());
        WatchedProcess.Seen later = process.run(Loading.class, location, format.toString());
        String[] told = first.said().split(" ", -1);
        return new Taken(
                first.preparing() - idle.anonymous(),
                first.mostAnonymous() - idle.anonymous(),
                first.peak() - idle.peak(),
                later.mostAnonymous() - idle.anonymous(),
                later.anonymous() - idle.anonymous(),
                later.mapped() - idle.mapped(),
                Long.parseLong(told[0]),
                Long.parseLong(told[1]));
    }

    /** Bytes of the weights in a folder, or of a GGUF file. */
    static long fileBytes(Path checkpoint) throws IOException {
        return Files.size(Files.isDirectory(checkpoint) ? checkpoint.resolve("model.safetensors") : checkpoint);
    }

    /** The process that loads. */
    static final class Loading {
        private Loading() {}

        /** Arguments: where the model is, and its format. */
        public static void main(String... arguments) throws IOException, InterruptedException {
            CheckpointSource source = new CheckpointSource(arguments[0], WeightFormat.of(arguments[1]), CONTEXT);
            try (CausalModel model = CheckpointLoader.load("model", source)) {
                if (model.encoder(Modality.AUDIO).isEmpty()) {
                    answer(model);
                }
                ModelSpec spec = model.spec();
                WatchedProcess.done(spec.weightBytes() + " " + spec.cacheBytesPerColumn() * spec.contextTokens());
            }
        }

        /** A prompt and a chain, as an answer begins. */
        private static void answer(CausalModel model) {
            try (Sequence sequence = model.open(Prompt.of(1, 2, 3, 4, 5), Sampling.GREEDY, Passes.EXACT)) {
                Draft draft = new Draft(1);
                for (int drafted : new int[] {0, 4}) {
                    draft.restart(sequence);
                    for (int i = 0; i < drafted; i++) {
                        draft.add(i, i + 5);
                    }
                    sequence.pass(draft);
                }
            }
        }
    }
}
