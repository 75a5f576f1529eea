package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Damaged files are refused with the documented exception, and cost no more than a multiple of their own size. */
class HostileHeaderTests {
    private static final int FILES = 120_000;

    @Test
    void noDamagedGgufFileDoesWorseThanToBeRefused() {
        byte[] whole = new GgufBytes()
                .text("general.architecture", "llama")
                .integer("general.alignment", 32)
                .number("llama.rope.freq_base", 10000)
                .texts("tokenizer.ggml.tokens", List.of("a", "bc", "def", ""))
                .floats("token_embd.weight", new float[32], 4, 8)
                .tensor("blk.0.attn_q.weight", 2, new byte[36], 32, 2)
                .tensor("output.weight", 14, new byte[210], 256)
                .bytes();

        attack(whole, HostileHeaderTests::readGguf);
    }

    @Test
    void noDamagedSafetensorsFileDoesWorseThanToBeRefused() {
        byte[] header = """
                {"__metadata__": {"format": "pt"},
                 "a": {"dtype": "F32", "shape": [2, 4], "data_offsets": [0, 32]},
                 "b": {"dtype": "BF16", "shape": [3], "data_offsets": [32, 38]},
                 "c": {"dtype": "I64", "shape": [], "data_offsets": [38, 46]}}""".getBytes(StandardCharsets.UTF_8);
        byte[] whole = ByteBuffer.allocate(8 + header.length + 46)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array();

        attack(whole, HostileHeaderTests::readSafetensors);
    }

    private static void attack(byte[] whole, Consumer<byte[]> reader) {
        reader.accept(whole);
        Attack attack = new Attack();
        int refused = attack.on(FILES, () -> attack.damaged(whole), reader, 64_000 + 64L * whole.length);
        assertThat(refused).isBetween(FILES / 4, FILES);
    }

    private static void readGguf(byte[] bytes) {
        GgufFile file = GgufFile.open(WeightBytes.of("model.gguf", ByteBuffer.wrap(bytes)));
        file.names().forEach(file::read);
        if (file.metadata().has("tokenizer.ggml.tokens")) {
            file.metadata().texts("tokenizer.ggml.tokens");
        }
    }

    private static void readSafetensors(byte[] bytes) {
        SafetensorsFile file = SafetensorsFile.open(WeightBytes.of("model.safetensors", ByteBuffer.wrap(bytes)));
        for (String name : file.names()) {
            if (!name.equals("c")) {
                file.read(name);
            }
        }
    }
}
