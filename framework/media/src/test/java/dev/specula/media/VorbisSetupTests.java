package dev.specula.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Setups of Vorbis streams are let through to the decoder where it needs no more memory for them than for those of encoders. */
class VorbisSetupTests {
    private static final int MOST_ENTRIES = 0xFFFFFF;

    private final BitSet bits = new BitSet();
    private int length = 8 * 7; // a kind, "vorbis"

    @Test
    void letsASmallSetupThrough() {
        assertThat(isSound(book(1, 64), this::floor, residue(64))).isTrue();
    }

    @Test
    void refusesABookOfMoreNumbersThanEncodersMake() {
        assertThat(isSound(book(1, MOST_ENTRIES), this::floor, residue(64))).isFalse();
        assertThat(isSound(book(0xFFFF, 64), this::floor, residue(1))).isTrue();
        assertThat(isSound(book(0xFFFF, 128), this::floor, residue(1))).isFalse();
        assertThat(isSound(book(0, 64), this::floor, residue(1))).isFalse();
    }

    @Test
    void refusesAResidueWhoseWordsItsBookCannotSay() {
        assertThat(isSound(book(2, 64), this::floor, residue(8))).isTrue();
        assertThat(isSound(book(2, 64), this::floor, residue(9))).isFalse();
    }

    @Test
    void refusesASetupThatIsCutOff() {
        Runnable[] parts = {book(1, 64), this::floor, residue(64)};
        assertThat(isSound(parts)).isTrue();
        int whole = (length + 7) / 8;
        for (int cut = 0; cut < whole; cut++) {
            assertThat(VorbisSetup.isSound(bits.toByteArray(), 0, Math.min(cut, bits.toByteArray().length)))
                    .as("%d of %d bytes", cut, whole)
                    .isFalse();
        }
    }

    private boolean isSound(Runnable... parts) {
        bits.clear();
        length = 8 * 7;
        write(0, 8); // one book
        for (Runnable part : parts) {
            part.run();
        }
        byte[] packet = new byte[(length + 7) / 8];
        byte[] written = bits.toByteArray();
        System.arraycopy(written, 0, packet, 0, written.length);
        return VorbisSetup.isSound(packet, 0, packet.length);
    }

    /** A book whose codes are given as one run. */
    private Runnable book(int dimensions, int entries) {
        return () -> {
            write(0x564342, 24);
            write(dimensions, 16);
            write(entries, 24);
            write(1, 1);
            write(5, 5);
            write(entries, 32 - Integer.numberOfLeadingZeros(entries));
            write(0, 4); // no vectors
        };
    }

    /** A transform of times, and a floor of a curve. */
    private void floor() {
        write(0, 6 + 16);
        write(0, 6 + 16);
        write(0, 8 + 16);
        write(0, 16 + 6);
        write(0, 8 + 4 + 8);
    }

    private Runnable residue(int classes) {
        return () -> {
            write(0, 6 + 16);
            write(0, 24);
            write(0, 24);
            write(0, 24);
            write(classes - 1, 6);
            write(0, 8);
            for (int i = 0; i < classes; i++) {
                write(0, 3 + 1);
            }
            write(1, 1); // what else there is
        };
    }

    private void write(int value, int count) {
        for (int i = 0; i < count; i++, length++) {
            bits.set(length, (value >> i & 1) == 1);
        }
    }
}
