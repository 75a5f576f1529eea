package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.specula.model.ModelLoadException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Damaged files are refused with the documented exception, and cost no more than a multiple of their own size. */
class HostileHeaderTests {
    private static final int FILES = 120_000;
    private static final long[] NUMBERS = {
        0,
        1,
        -1,
        0x7f,
        0xff,
        0x7fff,
        0xffff,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xffffffffL,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        1L << 40,
        100_000_000
    };

    private final SplittableRandom random = new SplittableRandom(20261125);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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

    private void attack(byte[] whole, Consumer<byte[]> reader) {
        reader.accept(whole);
        long most = 0;
        int refused = 0;
        long bound = 64_000 + 64L * whole.length;
        for (int i = 0; i < FILES; i++) {
            byte[] damaged = damaged(whole);
            long before = threads.getCurrentThreadAllocatedBytes();
            refused += isRefused(damaged, reader) ? 1 : 0;
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            if (allocated >= bound) { // classes that a way loads the first time it is gone do not count
                before = threads.getCurrentThreadAllocatedBytes();
                isRefused(damaged, reader);
                allocated = threads.getCurrentThreadAllocatedBytes() - before;
            }
            most = Math.max(most, allocated);
        }
        assertThat(refused).isBetween(FILES / 4, FILES);
        assertThat(most).isLessThan(bound);
    }

    private static boolean isRefused(byte[] damaged, Consumer<byte[]> reader) {
        try {
            reader.accept(damaged);
            return false;
        } catch (ModelLoadException expected) {
            return true;
        }
    }

    /** One to three changes: bits, bytes, numbers at the edges, pieces gone or twice, the end cut off. */
    private byte[] damaged(byte[] whole) {
        byte[] bytes = whole.clone();
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> put(bytes, at, NUMBERS[random.nextInt(NUMBERS.length)]);
                case 3 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 4 -> bytes = spliced(bytes, at, random.nextInt(bytes.length));
                default -> bytes[at] = "0123456789[]{}\":,-.eE".getBytes(StandardCharsets.US_ASCII)[random.nextInt(21)];
            }
        }
        return bytes;
    }

    private void put(byte[] bytes, int at, long number) {
        int width = random.nextBoolean() ? Long.BYTES : Integer.BYTES;
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (number >> (8 * i));
        }
    }

    /** What stands before {@code end}, then what stands from {@code begin} on. */
    private static byte[] spliced(byte[] bytes, int end, int begin) {
        byte[] all = Arrays.copyOf(bytes, end + bytes.length - begin + 1);
        System.arraycopy(bytes, begin, all, end, bytes.length - begin);
        return all;
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
