package dev.specula.training.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafetensorsTests {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "FLOAT16"})
    void readsWhatItWrote(DataType type) throws IOException {
        Path file = folder.resolve("model.safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray array = manager.create(new float[] {1, -2.5f, 0.125f, 96}, new Shape(2, 2));
            Safetensors.write(file, Map.of("w", array), type, Map.of("step", "7"));

            Safetensors.Content content = Safetensors.read(file, manager);

            assertThat(array(content).toFloatArray()).containsExactly(1, -2.5f, 0.125f, 96);
            assertThat(array(content).getShape()).isEqualTo(new Shape(2, 2));
            assertThat(content.metadata()).containsEntry("step", "7");
        }
    }

    @Test
    void readsTheUpperHalvesOfFloats() throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            Path file = file("BF16", (short) 0x3f80, (short) 0xc020);

            assertThat(array(Safetensors.read(file, manager)).toFloatArray()).containsExactly(1, -2.5f);
        }
    }

    @Test
    void refusesWhatIsNoFloat() throws IOException {
        try (NDManager manager = NDManager.newBaseManager()) {
            Path file = file("I16", (short) 1, (short) 2);

            assertThatThrownBy(() -> Safetensors.read(file, manager))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Tensor \"w\" must be of type F32, F16 or BF16, but is of I16.");
        }
    }

    private static NDArray array(Safetensors.Content content) {
        return Objects.requireNonNull(content.arrays().get("w"));
    }

    private Path file(String type, short first, short second) throws IOException {
        byte[] header = ("{\"w\":{\"dtype\":\"" + type + "\",\"shape\":[2],\"data_offsets\":[0,4]}}")
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + header.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length).put(header).putShort(first).putShort(second);
        return Files.write(folder.resolve(type), bytes.array());
    }
}
