package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl;
import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstantsFileTests {
    private static final int GIGABYTE = 1 << 30;

    @TempDir
    private Path directory;

    /** An embedding of Gemma 3 4B has 2.7 GB; the file is sparse here. */
    @Test
    void holdsMoreThanABufferOfWhatIsWrittenInPieces() throws IOException {
        Path file = directory.resolve("constants");
        OnnxMl.TensorProto.Builder tensor = OnnxMl.TensorProto.newBuilder().setName("table");
        OnnxMl.TensorProto.Builder next = OnnxMl.TensorProto.newBuilder().setName("next");

        try (ConstantsFile constants = ConstantsFile.create(file)) {
            constants.add(tensor, 3L * GIGABYTE, place -> {
                for (byte piece = 1; piece <= 3; piece++) {
                    place.next(GIGABYTE).put(piece);
                }
            });
            constants.add(next, 8, place -> place.whole().putLong(4));
        }

        try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "r")) {
            assertThat(written.length()).isEqualTo(3L * GIGABYTE + 8);
            for (int piece = 0; piece <= 3; piece++) {
                written.seek((long) piece * GIGABYTE);
                assertThat(written.read()).isEqualTo(piece + 1);
            }
        }
        assertThat(tensor.getExternalData(2).getValue()).isEqualTo(Long.toString(3L * GIGABYTE));
        assertThat(next.getExternalData(1).getValue()).isEqualTo(Long.toString(3L * GIGABYTE));
    }

    @Test
    void refusesMoreThanABufferOfWhatIsWrittenAtOnce() {
        try (ConstantsFile constants = ConstantsFile.create(directory.resolve("constants"))) {
            assertThatExceptionOfType(ModelLoadException.class)
                    .isThrownBy(() -> constants.add(
                            OnnxMl.TensorProto.newBuilder().setName("head"), 3L * GIGABYTE, ConstantPlace::whole))
                    .withMessageContaining("\"head\" has 3221225472; choose a shorter weight format");
        }
    }
}
