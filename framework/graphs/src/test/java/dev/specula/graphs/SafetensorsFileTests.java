package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.model.ModelLoadException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTests {
    @Test
    void readsFloatsOfAllWidthsExactly() {
        ByteBuffer data = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        data.putFloat(1.5f).putFloat(-2f); // F32
        data.putShort((short) 0x3c01).putShort((short) 0x8001); // F16: 1 + 2^-10, the smallest negative subnormal
        data.putShort((short) 0x3fc0); // BF16: 1.5
        data.putDouble(0.25); // F64
        SafetensorsFile file = open("""
                {"a": {"dtype": "F32", "shape": [2, 1], "data_offsets": [0, 8]},
                 "b": {"dtype": "F16", "shape": [2], "data_offsets": [8, 12]},
                 "c": {"dtype": "BF16", "shape": [1], "data_offsets": [12, 14]},
                 "d": {"dtype": "F64", "shape": [], "data_offsets": [14, 22]},
                 "__metadata__": {"format": "pt"}}""", data.array());

        assertThat(file.names()).containsExactly("a", "b", "c", "d");
        assertThat(file.shape("a")).containsExactly(2, 1);
        assertThat(file.read("a")).containsExactly(1.5f, -2f);
        assertThat(file.read("b")).containsExactly(1 + 0x1p-10f, -0x1p-24f);
        assertThat(file.read("c")).containsExactly(1.5f);
        assertThat(file.read("d")).containsExactly(0.25f);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cut off                  | {'a': {'dtype': 'F32', 'shape': [3], 'data_offsets': [0, 12]}}",
                "must start where         | {'a': {'dtype': 'F32', 'shape': [1], 'data_offsets': [0, 4]}, "
                        + "'b': {'dtype': 'F32', 'shape': [1], 'data_offsets': [2, 6]}}",
                "must start where         | {'a': {'dtype': 'F32', 'shape': [1], 'data_offsets': [4, 8]}}",
                "must take 4 bytes for each element | {'a': {'dtype': 'F32', 'shape': [1], 'data_offsets': [0, 8]}}",
                "negative size            | {'a': {'dtype': 'F32', 'shape': [-1], 'data_offsets': [0, 4]}}",
                "unknown element type \"F4\" | {'a': {'dtype': 'F4', 'shape': [1], 'data_offsets': [0, 4]}}",
                "not what safetensors     | {'a': {'dtype': 'F32', 'shape': [1]}}",
                "not what safetensors     | [1, 2]",
                "not what safetensors     | {'a': "
            })
    void refusesADamagedHeader(String message, String header) {
        assertThatThrownBy(() -> open(header.replace('\'', '"'), new byte[8]))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAFileThatEndsInItsHeader() {
        ByteBuffer bytes =
                ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 900);

        assertThatThrownBy(() -> SafetensorsFile.open(WeightBytes.of("model.safetensors", bytes)))
                .hasMessage(
                        "model.safetensors is not a safetensors file or is cut off: its header claims 900 bytes, the "
                                + "file has 20.");
    }

    @Test
    void refusesAFileShorterThanALength() {
        assertThatThrownBy(() -> SafetensorsFile.open(WeightBytes.of("model.safetensors", ByteBuffer.allocate(3))))
                .hasMessageContaining("has 3 bytes");
    }

    @Test
    void namesTheTensorThatIsMissingOrOfAnotherKind() {
        SafetensorsFile file =
                open("{\"ids\": {\"dtype\": \"I64\", \"shape\": [1], \"data_offsets\": [0, 8]}}", new byte[8]);

        assertThatThrownBy(() -> file.read("model.norm.weight"))
                .hasMessage("Tensor \"model.norm.weight\" is missing in model.safetensors.");
        assertThatThrownBy(() -> file.read("ids"))
                .hasMessage("Tensor \"ids\" must hold floats (F32, F16, BF16 or F64), but holds I64.");
        assertThatThrownBy(() -> file.read("ids", 2, 3))
                .hasMessageContaining("[2, 3]")
                .hasMessageContaining("[1]");
    }

    private static SafetensorsFile open(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text).put(data).flip();
        return SafetensorsFile.open(WeightBytes.of("model.safetensors", bytes));
    }
}
