package dev.specula.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged sounds are read in part or refused with the documented exception, and cost no more than whole ones. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileSoundTests {
    private static final int LENGTH = 6000; // bytes of a file: heads and some frames
    private static final int SAMPLES = 100_000;

    private final SplittableRandom random = new SplittableRandom(20261129);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @CsvSource({"tone.wav, 4000", "tone.flac, 4000", "tone.mp3, 1500", "tone.ogg, 1500"})
    void noDamagedSoundDoesWorseThanToBeRefused(String name, int files) throws IOException {
        byte[] whole = file(name);
        read(whole);
        long bound = 2 * allocated(whole) + (4 << 20);
        int refused = 0;
        for (int i = 0; i < files; i++) {
            byte[] damaged = damaged(whole);
            refused += isRefused(damaged) ? 1 : 0;
            assertThat(allocated(damaged)).as("file %d of %s", i, name).isLessThan(bound);
        }
        System.out.println(name + " refused " + refused + " of " + files + " bound " + bound);
        assertThat(refused).isBetween(files / 50, files - files / 50);
    }

    private long allocated(byte[] bytes) {
        long before = threads.getCurrentThreadAllocatedBytes();
        isRefused(bytes);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static boolean isRefused(byte[] bytes) {
        try {
            read(bytes);
            return false;
        } catch (UnreadableSoundException expected) {
            return true;
        }
    }

    private static int read(byte[] bytes) {
        try (SoundStream stream = Sound.of(bytes).open(LogMel.RATE)) {
            return stream.read(new float[SAMPLES], 0, SAMPLES);
        }
    }

    /** One to four changes, most of them in the head; pages of Ogg get sums that are right. */
    private byte[] damaged(byte[] whole) {
        byte[] bytes = whole.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(random.nextInt(3) > 0 ? Math.min(200, bytes.length) : bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 ->
                    Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) (random.nextBoolean() ? 0xFF : 0));
                case 3 -> bytes = Arrays.copyOf(bytes, at + 1);
                default -> bytes[at] = 0x7F;
            }
        }
        return OggPages.summed(bytes);
    }

    /** The decoder would take 64 MB for each book, of which there may be 256. */
    @Test
    void refusesCodebooksLargerThanTheFileCanHold() throws IOException {
        byte[] ogg = file("tone.ogg");
        int books = indexOf(ogg, "\u0005vorbis") + 7;
        ByteBuffer head = ByteBuffer.wrap(ogg).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(head.getInt(books + 1) & 0xFFFFFF).isEqualTo(0x564342);
        for (int i = 0; i < 3; i++) {
            ogg[books + 6 + i] = (byte) 0xFF; // entries
        }
        byte[] claimed = OggPages.summed(ogg);

        assertThatThrownBy(() -> Sound.of(claimed))
                .isInstanceOf(UnreadableSoundException.class)
                .hasMessageContaining("head of its Vorbis stream is broken");
        assertThat(allocated(claimed)).isLessThan(4 << 20);
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private static byte[] file(String name) throws IOException {
        if (name.equals("tone.wav")) {
            byte[] wav = new byte[LENGTH];
            ByteBuffer.wrap(wav)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                    .putInt(LENGTH - 8)
                    .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                    .putInt(16)
                    .putShort((short) 1)
                    .putShort((short) 2)
                    .putInt(44_100)
                    .putInt(4 * 44_100)
                    .putShort((short) 4)
                    .putShort((short) 16)
                    .put("data".getBytes(StandardCharsets.US_ASCII))
                    .putInt(LENGTH - 44);
            return wav;
        }
        try (InputStream in = Objects.requireNonNull(HostileSoundTests.class.getResourceAsStream("/sounds/" + name))) {
            return in.readNBytes(name.endsWith("ogg") ? 16_000 : LENGTH);
        }
    }
}
