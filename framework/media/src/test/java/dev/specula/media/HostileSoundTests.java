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

/** Damaged sounds are read in part or refused with the documented exception, and cost no more than a constant. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileSoundTests {
    private static final int LENGTH = 3000; // bytes of a file: heads and some frames
    private static final int SAMPLES = 1000;
    private static final long CONSTANT =
            32 << 20; // a resampler between the rates that are furthest from each other takes most

    private final SplittableRandom random = new SplittableRandom(20261129);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long most; // bytes that a step of reading the last sound allocated

    @ParameterizedTest
    @CsvSource({"tone.wav, 600", "tone.flac, 600", "tone.mp3, 500", "tone.ogg, 600"})
    void noDamagedSoundDoesWorseThanToBeRefused(String name, int files) throws IOException {
        byte[] whole = file(name);
        assertThat(read(whole)).isPositive();
        int refused = 0;
        for (int i = 0; i < files; i++) {
            most = 0;
            refused += isRefused(damaged(whole)) ? 1 : 0;
            assertThat(most).as("file %d of %s", i, name).isLessThan(CONSTANT);
        }
        assertThat(refused).isBetween(files / 50, files - files / 50);
    }

    private boolean isRefused(byte[] bytes) {
        try {
            read(bytes);
            return false;
        } catch (UnreadableSoundException expected) {
            return true;
        }
    }

    /** Reads all of it; notes the most that a step allocates, for a few bytes may stand for many blocks of silence. */
    private int read(byte[] bytes) {
        float[] samples = new float[SAMPLES];
        int all = 0;
        long before = threads.getCurrentThreadAllocatedBytes();
        try (SoundStream stream = Sound.of(bytes).open(LogMel.RATE)) {
            for (int read = 1; read > 0; all += read) {
                read = stream.read(samples, 0, SAMPLES);
                before = note(before);
            }
        } finally {
            note(before);
        }
        return all;
    }

    private long note(long before) {
        long now = threads.getCurrentThreadAllocatedBytes();
        most = Math.max(most, now - before);
        return now;
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
        int books = setup(ogg);
        for (int i = 0; i < 3; i++) {
            ogg[books + 6 + i] = (byte) 0xFF; // entries
        }

        refusesSetup(OggPages.summed(ogg));
    }

    /** The decoder would make a table of all words of so many classes. */
    @Test
    void refusesResiduesWhoseWordsNoBookCanSay() throws IOException {
        byte[] ogg = file("tone.ogg");
        int classes = 8 * setup(ogg) + 29_700; // where 6 bits tell the number of the first residue's
        for (int bit = classes; bit < classes + 6; bit++) {
            ogg[bit / 8] |= (byte) (1 << bit % 8);
        }

        refusesSetup(OggPages.summed(ogg));
    }

    private void refusesSetup(byte[] ogg) {
        assertThatThrownBy(() -> Sound.of(ogg))
                .isInstanceOf(UnreadableSoundException.class)
                .hasMessageContaining("head of its Vorbis stream is broken");
        most = 0;
        assertThat(isRefused(ogg)).isTrue();
        assertThat(most).isLessThan(1 << 20);
    }

    /** Where the number of codebooks stands, and the first after it. */
    private static int setup(byte[] ogg) {
        int at = indexOf(ogg, "\u0005vorbis") + 7;
        assertThat(ByteBuffer.wrap(ogg).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 1) & 0xFFFFFF)
                .isEqualTo(0x564342);
        return at;
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
            return in.readNBytes(name.endsWith("mp3") ? LENGTH : 12_000);
        }
    }
}
