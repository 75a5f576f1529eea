package dev.specula.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Pages of Ogg files. */
final class OggPages {
    private static final int HEAD = 27; // bytes before the table of segments
    private static final int SUM = 22;

    private OggPages() {}

    /** The file with the sum of each page as its bytes have it; as it is where no page stands. */
    static byte[] summed(byte[] file) {
        byte[] bytes = file.clone();
        int at = 0;
        while (at + HEAD < bytes.length && bytes[at] == 'O' && bytes[at + 1] == 'g') {
            int segments = bytes[at + HEAD - 1] & 0xFF;
            int end = at + HEAD + segments;
            for (int i = at + HEAD; i < Math.min(at + HEAD + segments, bytes.length); i++) {
                end += bytes[i] & 0xFF;
            }
            if (end > bytes.length) {
                break;
            }
            ByteBuffer page = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            page.putInt(at + SUM, 0);
            page.putInt(at + SUM, sum(bytes, at, end));
            at = end;
        }
        return bytes;
    }

    private static int sum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum ^= bytes[i] << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? sum << 1 ^ 0x04C11DB7 : sum << 1;
            }
        }
        return sum;
    }
}
