package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes, scales and offsets that the runtime multiplies stand for the numbers that the reference dequantises. */
class BlockCodesTests {
    @ParameterizedTest
    @ValueSource(strings = {"Q4_0", "Q5_0", "Q8_0", "Q3_K", "Q6_K", "IQ4_NL", "IQ4_XS"})
    void ofSymmetricKindsStandForExactlyTheSameNumbers(String kind) throws IOException {
        float[] expected = values(kind);
        float[] found = decoded(kind, expected.length);

        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i] + 0f).as("value %d", i).isEqualTo(expected[i] + 0f);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q4_1", "Q5_1", "Q2_K", "Q4_K", "Q5_K"})
    void ofKindsWithLeastValuesDifferByRoundingAlone(String kind) throws IOException {
        float[] expected = values(kind);
        float[] found = decoded(kind, expected.length);

        float largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).as("value %d", i).isCloseTo(expected[i], within(2e-6f * largest));
        }
    }

    private static float[] values(String kind) throws IOException {
        return recorded().read("blocks." + kind + ".values");
    }

    private static float[] decoded(String kind, int count) throws IOException {
        BlockType type = BlockType.valueOf(kind);
        CodeLayout layout = Objects.requireNonNull(BlockCodes.layout(type));
        ByteBuffer codes = ByteBuffer.allocate(count * layout.bits() / 8).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer scales = FloatBuffer.allocate(count / layout.block());
        FloatBuffer offsets = FloatBuffer.allocate(count / layout.block());
        // One row of two blocks, then the next; rows are read in turn.
        int inputs = 2 * type.values;
        ByteBuffer blocks = recorded().bytes("blocks." + kind + ".bytes");
        new GgufCodes(type, layout, blocks, inputs, row -> row).write(0, count / inputs, codes, scales, offsets);

        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            int stored = codes.get(i * layout.bits() / 8);
            int code = layout.bits() == 8 ? stored & 255 : Bits.of(stored, 4 * (i % 2), 4);
            values[i] = (code - layout.centre()) * scales.get(i / layout.block()) + offsets.get(i / layout.block());
        }
        return values;
    }

    private static SafetensorsFile recorded() throws IOException {
        return SafetensorsFile.open(
                WeightBytes.of(Fixture.directory("gguf-k-quants").resolve("blocks.safetensors")));
    }

    @Test
    void countsScalesSumsAndOffsetsOfBlocks() {
        assertThat(new CodeLayout(4, 32, false).bytesOf(64)).isEqualTo(32 + 2 * (4 + 4));
        assertThat(new CodeLayout(8, 16, true).bytesOf(64)).isEqualTo(64 + 4 * (4 + 4 + 4));
    }
}
