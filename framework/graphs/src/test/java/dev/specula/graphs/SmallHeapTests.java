package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint is compiled on a heap that is smaller than its weights. */
class SmallHeapTests {
    private static final int VOCABULARY = 300_000;

    @TempDir
    private Path directory;

    @Test
    void weightsNeverLieOnTheHeap() throws IOException, InterruptedException {
        Path model = directory.resolve("model");
        new CheckpointWriter()
                .decoder("model.", VOCABULARY)
                .write(model, CheckpointWriter.decoderConfig(VOCABULARY)); // 38 MB, almost all of it the embedding

        Process compiler = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx20m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Compiler.class.getName(),
                        model.toString())
                .redirectErrorStream(true)
                .start();

        String output = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(compiler.waitFor()).as(output).isZero();
    }

    /** Writes a graph in each format, and one of 30 MB of scales. */
    static final class Compiler {
        private Compiler() {}

        public static void main(String... arguments) {
            Path model = Path.of(arguments[0]);
            CheckpointFolder folder = CheckpointFolder.at("file:" + model);
            DecoderConfig config =
                    DecoderConfigReader.read(JsonConfig.parse("config.json", folder.text("config.json")));
            DecoderGraph.Source source =
                    new DecoderGraph.Source(config, folder.weights().tensors(), 64);
            for (WeightFormat format : WeightFormat.values()) {
                DecoderGraph.write(source, format, DecoderGraph.Variant.CHAIN)
                        .save(model.resolve(format + ".constants"));
            }
            GraphWriter graph = new GraphWriter("products");
            for (int i = 0; i < 60; i++) {
                new CodedProduct(graph, "product" + i, BlockMatrices.LAYOUT, 1024).of("x", 4096, (codes, scales) -> {});
            }
            graph.write().save(model.resolve("products.constants"));
        }
    }
}
