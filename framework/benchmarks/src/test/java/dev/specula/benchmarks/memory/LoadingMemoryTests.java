package dev.specula.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.specula.benchmarks.DecoderSize;
import dev.specula.benchmarks.RandomCheckpoint;
import dev.specula.graphs.WeightFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model of 140 MB is prepared and loaded in processes whose memory is looked at. */
class LoadingMemoryTests {
    /** Compiled code, the tokenizer, structures of the runtime. */
    private static final long REST = 20_000_000;

    /** What compilers of the virtual machine take while they work. */
    private static final long WORK = 20_000_000;

    @TempDir
    private static Path folder = Path.of("");

    private static Path checkpoint = Path.of("");
    private static LoadingMemory loading;
    private static long file;

    @BeforeAll
    static void writesCheckpoints() throws IOException, InterruptedException {
        assumeThat(Resident.isTold()).isTrue();
        Path tiny = Files.createDirectory(folder.resolve("tiny"));
        loading = LoadingMemory.beside(RandomCheckpoint.write(new DecoderSize(1, 64), tiny), folder.resolve("cache"));
        checkpoint = Files.createDirectory(folder.resolve("checkpoint"));
        RandomCheckpoint.write(new DecoderSize(8, 640), checkpoint);
        file = LoadingMemory.fileBytes(checkpoint);
    }

    @ParameterizedTest
    @EnumSource(
            value = WeightFormat.class,
            names = {"F32", "RI8", "INT4"})
    void takesFarLessThanTheFileEvenTheFirstTime(WeightFormat format) throws InterruptedException {
        LoadingMemory.Taken taken = loading.measure("file:" + checkpoint, format);

        assertThat(taken.ofTheFile(file))
                .as("anonymous memory, of the file in 32-bit floats")
                .isLessThan(0.65);
        assertThat(taken.first()).isLessThan(taken.weights() + taken.cache() + REST + WORK);
        assertThat(taken.anonymous() + taken.mapped()) // what was said before it was loaded
                .isBetween((long) (0.8 * taken.weights()), taken.weights() + taken.cache() + REST);
    }
}
