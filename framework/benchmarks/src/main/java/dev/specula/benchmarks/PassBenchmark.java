package dev.specula.benchmarks;

import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One pass over {@code rows} rows after a prompt of 120 columns; no law is read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 8, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class PassBenchmark {
    static final int PROMPT = 120;

    /** Layers and width. */
    @Param({"1x128", "2x128", "1x256", "2x192", "4x256", "4x384", "6x384", "6x512", "8x512"})
    private String size = "1x128";

    /** Format of the weights. */
    @Param({"f32", "ri8", "int4"})
    private String format = "f32";

    /** Rows of the pass. */
    @Param({"1", "2", "3", "4", "5", "6", "8", "12", "16"})
    private int rows = 1;

    private final Draft draft = new Draft(1);
    private @Nullable Opened opened;

    private record Opened(CausalModel model, Sequence sequence) {}

    /** Writes and loads the checkpoint and computes the prompt. */
    @Setup
    public void open() throws IOException {
        Path directory = Files.createTempDirectory("specula-benchmark");
        String location = RandomCheckpoint.write(DecoderSize.of(size), directory);
        CausalModel model = CheckpointLoader.load(size, CheckpointSource.of(location, WeightFormat.of(format)));
        Sequence sequence = model.open(Prompt.of(new int[PROMPT]), Sampling.GREEDY, Passes.FASTEST);
        draft.restart(sequence);
        sequence.pass(draft);
        sequence.append(new int[] {1});
        opened = new Opened(model, sequence);
    }

    /** The pass; every call computes the same rows again. */
    @Benchmark
    public Pass pass() {
        Sequence sequence = Objects.requireNonNull(opened).sequence();
        draft.restart(sequence);
        for (int node = 0; node < rows - 1; node++) {
            draft.add(node, node + 2);
        }
        return sequence.pass(draft);
    }

    /** Frees the model. */
    @TearDown
    public void close() {
        Opened last = Objects.requireNonNull(opened);
        last.sequence().close();
        last.model().close();
    }
}
