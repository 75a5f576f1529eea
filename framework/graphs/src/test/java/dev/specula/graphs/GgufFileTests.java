package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.model.ModelLoadException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GgufFileTests {
    @Test
    void readsMetadataOfAllKindsAndTensorsSlowestDimensionFirst() {
        GgufFile file = open(new GgufBytes()
                .text("general.architecture", "llama")
                .integer("llama.block_count", 2)
                .number("llama.rope.freq_base", 500000)
                .texts("tokenizer.ggml.tokens", List.of("a", "", "ü"))
                .floats("token_embd.weight", new float[] {1, 2, 3, 4, 5, 6}, 3, 2)
                .floats("output_norm.weight", new float[] {7}, 1));

        assertThat(file.metadata().text("general.architecture")).isEqualTo("llama");
        assertThat(file.metadata().integer("llama.block_count")).isEqualTo(2);
        assertThat(file.metadata().number("llama.rope.freq_base")).isEqualTo(500000);
        assertThat(file.metadata().texts("tokenizer.ggml.tokens")).containsExactly("a", "", "ü");
        assertThat(file.names()).containsExactly("token_embd.weight", "output_norm.weight");
        assertThat(file.shape("token_embd.weight")).containsExactly(2, 3);
        assertThat(file.read("token_embd.weight")).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(file.read("output_norm.weight")).containsExactly(7);
    }

    @Test
    void readsVersionTwoAndNumbersOfSixtyFourBits() {
        ByteBuffer numbers = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        byte[] file = new GgufBytes()
                .tensor("a", 28, numbers.putDouble(1.5).putDouble(-0.1).array(), 2)
                .bytes();
        file[4] = 2;

        assertThat(open(file).read("a")).containsExactly(1.5f, -0.1f);
    }

    @Test
    void saysWhichKeyIsMissingOrOfAnotherKind() {
        GgufMetadata metadata = open(new GgufBytes()
                        .text("general.name", "small")
                        .integer("a", -1))
                .metadata();

        assertThatThrownBy(() -> metadata.integer("llama.block_count"))
                .hasMessage("\"llama.block_count\" is missing in the metadata of model.gguf.");
        assertThatThrownBy(() -> metadata.integer("general.name"))
                .hasMessage("\"general.name\" in the metadata of model.gguf must be a whole number of 31 bits, but is"
                        + " not.");
        assertThatThrownBy(() -> metadata.integer("a")).hasMessageContaining("31 bits");
        assertThatThrownBy(() -> metadata.texts("general.name")).hasMessageContaining("an array of texts");
    }

    @Test
    void refusesCountsThatTheFileCannotHold() {
        byte[] keys = new GgufBytes().integer("a", 1).bytes();
        ByteBuffer.wrap(keys).order(ByteOrder.LITTLE_ENDIAN).putLong(16, Long.MAX_VALUE);
        byte[] tensors = new GgufBytes().integer("a", 1).bytes();
        ByteBuffer.wrap(tensors).order(ByteOrder.LITTLE_ENDIAN).putLong(8, -1);

        refuses(keys, "claims 9223372036854775807 keys, but only");
        refuses(tensors, "claims 18446744073709551615 tensors, but only");
        refuses(
                new GgufBytes().key("a", 9, new byte[] {4, 0, 0, 0, -1, -1, -1, -1, 0, 0, 0, 0}),
                "claims 4294967295 elements of \"a\"");
        refuses(new GgufBytes().key("a", 8, new byte[] {-1, -1, -1, 0, 0, 0, 0, 0}), "claims 16777215 bytes of a text");
    }

    @Test
    void refusesTensorsOutsideTheFileOrInsideEachOther() {
        float[] two = {1, 2};
        refuses(new GgufBytes().entry("far", 0, 1 << 20, 8), "is said to take 32 bytes from 1048576 on");
        refuses(new GgufBytes().entry("far", 0, -32, 8), "is said to take 32 bytes from 18446744073709551584 on");
        refuses(new GgufBytes().floats("a", two, 2).entry("b", 0, 0, 2), "inside \"a\", which ends at 8");
        refuses(new GgufBytes().floats("a", new float[16], 16).entry("b", 0, 4, 2), "must start at a multiple of 32");
        refuses(new GgufBytes().floats("a", two, 2).floats("a", two, 2), "must have each tensor once");
    }

    @Test
    void refusesShapesThatOverflowOrCutABlock() {
        refuses(new GgufBytes().entry("a", 0, 0, 1L << 31), "must have sizes from 1 to 2147483647");
        refuses(new GgufBytes().entry("a", 0, 0, 0), "must have sizes from 1");
        refuses(new GgufBytes().entry("a", 0, 0, 1 << 30, 1 << 30, 1 << 30), "more elements than 63 bits can count");
        refuses(new GgufBytes().entry("a", 28, 0, 1L << 29, 1L << 30), "is said to take");
        refuses(new GgufBytes().entry("a", 28, 0, 1L << 30, 1L << 30, 4), "more bytes than 63 bits can count");
        refuses(new GgufBytes().entry("a", 2, 0, 33), "must be a multiple of the 32 values in a block of Q4_0");
        refuses(new GgufBytes().entry("a", 16, 0, 256), "stored as ggml type 16, which is not read");
        refuses(new GgufBytes().entry("a", 0, 0, 1, 1, 1, 1, 1), "at most 4 dimensions, but has 5");
    }

    @Test
    void refusesOtherVersionsAndOtherFiles() {
        byte[] old = new GgufBytes().bytes();
        old[4] = 1;
        byte[] page = "<!DOCTYPE html><title>Not found</title>".getBytes(StandardCharsets.UTF_8);

        refuses(old, "must be of GGUF version 2 or 3, little-endian, but is of 1");
        refuses(page, "must start with \"GGUF\", but does not: it is a web page");
        refuses(new byte[0], "must start with \"GGUF\"");
    }

    @Test
    void readsEveryKindOfBlockAsItsReferenceDoes() {
        for (String kind : GgufFixture.KINDS) {
            float[] expected = GgufFixture.recordedBlocks(kind);
            float[] found = GgufFixture.blocks(kind);

            for (int i = 0; i < expected.length; i++) {
                assertThat(found[i]).as("%s, value %d", kind, i).isEqualTo(expected[i] + 0f);
            }
        }
    }

    @Test
    void cutOffAnywhereItIsRefused() {
        byte[] whole = new GgufBytes()
                .text("general.architecture", "llama")
                .texts("tokenizer.ggml.tokens", List.of("a", "b"))
                .floats("a", new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 8)
                .bytes();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> open(cut)).as("%d bytes", length).isInstanceOf(ModelLoadException.class);
        }
    }

    private static void refuses(GgufBytes bytes, String message) {
        refuses(bytes.bytes(), message);
    }

    private static void refuses(byte[] bytes, String message) {
        assertThatThrownBy(() -> open(bytes))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(message);
    }

    private static GgufFile open(GgufBytes bytes) {
        return open(bytes.bytes());
    }

    private static GgufFile open(byte[] bytes) {
        return GgufFile.open(WeightBytes.of("model.gguf", ByteBuffer.wrap(bytes)));
    }
}
