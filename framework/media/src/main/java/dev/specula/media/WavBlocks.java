package dev.specula.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads WAV files: PCM of 8, 16, 24 or 32 bits, and floats of 32 or 64. What a cut file has lost is left out. */
final class WavBlocks implements SampleBlocks {
    private static final int PCM = 1;
    private static final int FLOATS = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int FRAMES = 4096; // of a block
    private static final int MOST_CHANNELS = 64;
    private static final long UNKNOWN = 0xFFFFFFFFL; // written by programs that cannot go back

    private final InputStream in;
    private int format;
    private int channels;
    private int rate;
    private int bytes; // of a sample
    private long left; // bytes of sound

    WavBlocks(InputStream in) throws IOException {
        this.in = in;
        in.skipNBytes(12); // RIFF, its size, WAVE
        while (true) {
            ByteBuffer head = need(8);
            String chunk = StandardCharsets.ISO_8859_1.decode(head.slice(0, 4)).toString();
            long size = head.getInt(4) & 0xFFFFFFFFL;
            if (chunk.equals("data")) {
                left = size == UNKNOWN ? Long.MAX_VALUE : size;
                break;
            }
            if (chunk.equals("fmt ") && size >= 16 && size <= 4096) {
                readFormat(need((int) (size + size % 2)));
            } else {
                in.skipNBytes(size + size % 2);
            }
        }
        if (channels == 0) {
            throw new IOException("a WAV file must tell its format before its sound, but does not.");
        }
    }

    private void readFormat(ByteBuffer fields) throws IOException {
        format = fields.getShort(0) & 0xFFFF;
        if (format == EXTENSIBLE && fields.capacity() >= 26) {
            format = fields.getShort(24) & 0xFFFF;
        }
        channels = fields.getShort(2) & 0xFFFF;
        rate = fields.getInt(4);
        int bits = fields.getShort(14) & 0xFFFF;
        bytes = bits / 8;
        boolean known = format == PCM ? bytes >= 1 && bytes <= 4 : format == FLOATS && (bytes == 4 || bytes == 8);
        if (!known || bits % 8 != 0) {
            throw new IOException("a WAV file must hold PCM of 8 to 32 bits or floats, but holds format " + format
                    + " of " + bits + " bits; convert it.");
        }
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IOException(
                    "a WAV file must have 1 to " + MOST_CHANNELS + " channels, but tells of " + channels + ".");
        }
    }

    private ByteBuffer need(int count) throws IOException {
        byte[] read = in.readNBytes(count);
        if (read.length < count) {
            throw new EOFException("a WAV file must hold a format and sound, but ends before.");
        }
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public float[] next() throws IOException {
        int frame = bytes * channels;
        byte[] read = in.readNBytes((int) Math.min(left, (long) FRAMES * frame));
        left -= read.length;
        ByteBuffer fields = ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
        float[] block = new float[read.length / frame];
        for (int i = 0; i < block.length; i++) {
            double sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += sample(fields, i * frame + channel * bytes);
            }
            block[i] = Double.isFinite(sum) ? (float) (sum / channels) : 0;
        }
        return block;
    }

    private double sample(ByteBuffer fields, int at) {
        if (format == FLOATS) {
            return bytes == 4 ? fields.getFloat(at) : fields.getDouble(at);
        }
        return switch (bytes) {
            case 1 -> ((fields.get(at) & 0xFF) - 128) / 128.0;
            case 2 -> fields.getShort(at) / 32768.0;
            case 3 -> ((fields.getShort(at) & 0xFFFF) | (fields.get(at + 2) << 16)) / 8388608.0;
            default -> fields.getInt(at) / 2147483648.0;
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
