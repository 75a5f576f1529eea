package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl;
import ai.onnxruntime.OnnxTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphCacheTests {
    private static final int SIZE = 64;

    private final AtomicInteger written = new AtomicInteger();

    @TempDir
    private Path directory;

    @Test
    void writesGraphsOnceAndSharesTheirWeights() throws IOException {
        GraphCache cache = new GraphCache(CacheFolder.at(directory));

        close(cache.open(bundle()));
        close(cache.open(bundle()));

        assertThat(written).hasValue(2);
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("first.onnx", "first.bin", "second.onnx");
        }
    }

    @Test
    void keepsWeightsPackedBesideThoseThatWereWritten() throws IOException {
        close(new GraphCache(CacheFolder.at(directory)).open(bundle()));

        for (String name : List.of("first", "second")) {
            OnnxMl.TensorProto matrix = OnnxMl.ModelProto.parseFrom(Files.readAllBytes(file(name + ".onnx")))
                    .getGraph()
                    .getInitializer(0);
            assertThat(PackedWeights.isPacked(matrix)).as(name).isTrue();
        }
        assertThat(Files.size(file("first.bin"))).isGreaterThanOrEqualTo(2L * Float.BYTES * SIZE * SIZE);
    }

    @Test
    void multipliesByWhatWasPacked() throws IOException {
        close(new GraphCache(CacheFolder.at(directory)).open(bundle()));
        Map<String, GraphSession> graphs = new GraphCache(CacheFolder.at(directory)).open(bundle());
        assertThat(graphs.values())
                .allSatisfy(graph -> assertThat(product(graph)).startsWith(3 * SIZE, 3 * SIZE + 1f, 3 * SIZE + 2f));
        close(graphs);
        try (FileChannel weights = FileChannel.open(file("first.bin"), StandardOpenOption.WRITE)) {
            int packed = Float.BYTES * SIZE * SIZE; // behind those that were written
            weights.write(ByteBuffer.allocate(packed), packed);
        }

        graphs = new GraphCache(CacheFolder.at(directory)).open(bundle());

        assertThat(graphs.values())
                .allSatisfy(graph -> assertThat(product(graph)).containsOnly(0));
        close(graphs);
    }

    /** Row 3 of the matrix, picked by a one in its place. */
    private static float[] product(GraphSession graph) {
        FloatBuffer one = Tensors.floats(SIZE).put(3, 1);
        FloatBuffer row = Tensors.floats(SIZE);
        try (OnnxTensor x = Tensors.tensor(one, 1, SIZE);
                OnnxTensor y = Tensors.tensor(row, 1, SIZE)) {
            graph.run(Map.of("x", x), Map.of("y", y));
        }
        float[] numbers = new float[SIZE];
        row.get(numbers);
        return numbers;
    }

    private Path file(String name) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    @Test
    void preparesDamagedGraphsAgain() throws IOException {
        GraphCache cache = new GraphCache(CacheFolder.at(directory));
        close(cache.open(bundle()));
        try (Stream<Path> files = Files.walk(directory)) {
            Path weights =
                    files.filter(file -> file.endsWith("first.bin")).findFirst().orElseThrow();
            Files.write(weights, new byte[10]);
        }

        close(cache.open(bundle()));

        assertThat(written).hasValue(4);
    }

    @Test
    void loadsFromMemoryWhereTheDirectoryCannotBeWritten() throws IOException {
        Path file = Files.createFile(directory.resolve("a file in the way"));

        close(new GraphCache(CacheFolder.at(file)).open(bundle()));

        assertThat(written).hasValue(2);
    }

    @Test
    void loadsFromMemoryWhereTheDiskIsFull() throws IOException {
        GraphBundle bundle = new GraphBundle("large").with("large", constants -> {
            if (constants.startsWith(directory)) {
                DiskSpace.require(directory, Long.MAX_VALUE);
            }
            return ProductGraph.write(SIZE, constants);
        });

        close(new GraphCache(CacheFolder.at(directory)).open(bundle));

        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void saysHowMuchADiskLacks() {
        assertThatThrownBy(() -> DiskSpace.require(directory, Long.MAX_VALUE))
                .hasMessageContaining("graphs need " + Long.MAX_VALUE + " bytes in " + directory + ", but there are ");
    }

    @Test
    void letsSeveralPrepareTheSameAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> opened = Stream.generate(
                            () -> threads.submit(() -> close(new GraphCache(CacheFolder.at(directory)).open(bundle()))))
                    .limit(8)
                    .<Future<?>>map(future -> future)
                    .toList();
            for (Future<?> future : opened) {
                future.get();
            }
        } finally {
            threads.shutdown();
        }

        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries).hasSize(1);
        }
    }

    @Test
    void clearsWhatAnInterruptedPreparationLeft() throws IOException {
        Path old = Files.createDirectory(directory.resolve("preparing-old"));
        Files.createFile(old.resolve("half"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path young = Files.createDirectory(directory.resolve("preparing-young"));

        close(new GraphCache(CacheFolder.at(directory)).open(bundle()));

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void deletesWhatWasNotLoadedForLongestWhereBundlesTakeTooMuch() throws IOException {
        Path oldest = bundleOf("oldest", 1000, Duration.ofDays(9));
        Path older = bundleOf("older", 1000, Duration.ofDays(5));
        Path old = bundleOf("old", 1000, Duration.ofDays(3));

        new CacheFolder(directory, 2500).evict();

        assertThat(oldest).doesNotExist();
        assertThat(older).exists();
        assertThat(old).exists();
        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries).hasSize(2);
        }
    }

    @Test
    void keepsWhatWasLoadedWithinADayHoweverMuchItTakes() throws IOException {
        GraphCache cache = new GraphCache(new CacheFolder(directory, 0));
        Path unused = bundleOf("unused", 10, Duration.ofDays(2));
        close(cache.open(bundle()));
        Path prepared;
        try (Stream<Path> entries = Files.list(directory)) {
            prepared = entries.findFirst().orElseThrow();
        }
        Files.setLastModifiedTime(prepared, FileTime.from(Instant.now().minus(Duration.ofDays(4))));

        close(cache.open(bundle()));
        new CacheFolder(directory, 0).evict();

        assertThat(unused).doesNotExist();
        assertThat(prepared).exists();
        assertThat(written).hasValue(2);
    }

    private Path bundleOf(String name, int bytes, Duration unused) throws IOException {
        Path bundle = Files.createDirectory(directory.resolve(name));
        Files.write(bundle.resolve("graph.bin"), new byte[bytes]);
        return Files.setLastModifiedTime(bundle, FileTime.from(Instant.now().minus(unused)));
    }

    private GraphBundle bundle() {
        return new GraphBundle("product").with("first", this::write).with("second", this::write);
    }

    private byte[] write(Path constants) {
        written.incrementAndGet();
        return ProductGraph.write(SIZE, constants);
    }

    private static void close(Map<String, GraphSession> graphs) {
        graphs.values().forEach(GraphSession::close);
    }
}
