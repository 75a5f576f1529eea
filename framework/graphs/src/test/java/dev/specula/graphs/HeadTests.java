package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.specula.model.CausalModel;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A head of 41 MB in 32-bit floats, in pieces and whole. */
class HeadTests {
    private static final int INPUTS = 512;
    private static final int OUTPUTS = 20_011; // the last piece is shorter, and no multiple of anything
    private static final int ROWS = 3;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void saysInPiecesWhatItSaysWhole() throws OrtException {
        startRuntime();
        Random random = new Random(7);
        float[] x = values(random, ROWS * INPUTS);
        GraphWriter graph = new GraphWriter("heads");
        graph.input("x", GraphWriter.FLOAT, 1, ROWS, INPUTS);
        float[] weight = values(random, OUTPUTS * INPUTS);
        FloatMatrices matrices = new FloatMatrices();
        matrices.product(graph, "x", new Matrix("whole", OUTPUTS, INPUTS, weight, null));
        matrices.head(graph, "x", new Matrix("pieces", OUTPUTS, INPUTS, weight, null));
        graph.output("whole", GraphWriter.FLOAT, 1, ROWS, OUTPUTS);
        graph.output("pieces", GraphWriter.FLOAT, 1, ROWS, OUTPUTS);
        byte[] model = graph.write().save(folder.resolve("heads.bin"));

        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.addConfigEntry("session.model_external_initializers_file_folder_path", folder.toString());
            try (OrtSession session = environment.createSession(model, options);
                    OnnxTensor rows =
                            OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), new long[] {1, ROWS, INPUTS});
                    OrtSession.Result said = session.run(Map.of("x", rows))) {
                float[][][] whole = (float[][][]) said.get(0).getValue();
                float[][][] pieces = (float[][][]) said.get(1).getValue();

                assertThat(pieces[0][ROWS - 1]).hasSize(OUTPUTS).doesNotContain(0f);
                assertThat(pieces).isDeepEqualTo(whole);
            }
        }
    }

    /** Lets the engine start it first, with the threads that it wants. */
    private static void startRuntime() {
        try (CausalModel model =
                CheckpointLoader.load("llama", CheckpointSource.of(Fixture.location("llama"), WeightFormat.F32))) {
            assertThat(model.spec().vocabulary()).isPositive();
        }
    }

    private static float[] values(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
