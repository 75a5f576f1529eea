package dev.specula.media;

import java.io.IOException;
import java.io.InputStream;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;

/** Reads MP3 files, a frame at a time. What the encoder put before and after the sound, some 90 ms of silence, stays. */
final class Mp3Blocks implements SampleBlocks {
    private static final double FULL = 32768;
    private static final int TAG_HEAD = 10; // bytes
    private static final int LONG_FRAME = 1152; // samples of a channel
    private static final int SHORT_FRAME = 576;

    private final Bitstream bits;
    private final Decoder decoder = new Decoder();
    private final int rate;
    private float[] first; // the block that told the rate

    /** Of {@code in}, which can go back to a mark. */
    Mp3Blocks(InputStream in) throws IOException {
        skipTag(in);
        this.bits = new Bitstream(in);
        this.first = decode();
        if (first.length == 0) {
            throw new IOException("an MP3 file must hold frames of sound, but holds none.");
        }
        this.rate = decoder.getOutputFrequency();
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public float[] next() throws IOException {
        if (first.length > 0) {
            float[] block = first;
            first = new float[0];
            return block;
        }
        return decode();
    }

    /** Skips a tag (ID3v2) at the beginning: the decoder allocates as much as it claims to be long. */
    private static void skipTag(InputStream in) throws IOException {
        in.mark(TAG_HEAD);
        byte[] head = in.readNBytes(TAG_HEAD);
        if (head.length == TAG_HEAD && head[0] == 'I' && head[1] == 'D' && head[2] == '3') {
            int length = 0; // of seven bits a byte
            for (int i = 6; i < TAG_HEAD; i++) {
                length = length << 7 | (head[i] & 0x7F);
            }
            in.skipNBytes(length);
        } else {
            in.reset();
        }
    }

    /** The samples of the next frame; none at the end. */
    private float[] decode() throws IOException {
        try {
            Header header = bits.readFrame();
            if (header == null) {
                return new float[0];
            }
            SampleBuffer samples = (SampleBuffer) decoder.decodeFrame(header, bits);
            bits.closeFrame();
            if (samples.getBufferLength() == 0) { // it needs bits of frames before it that were cut off
                return new float[header.version() == Header.MPEG1 ? LONG_FRAME : SHORT_FRAME];
            }
            return average(samples.getBuffer(), samples.getBufferLength(), samples.getChannelCount());
        } catch (BitstreamException | DecoderException | RuntimeException e) {
            // A broken frame can lead the decoder out of its arrays.
            throw new IOException("a frame is broken.", e);
        }
    }

    private static float[] average(short[] samples, int length, int channels) {
        float[] block = new float[length / channels];
        for (int i = 0; i < block.length; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += samples[i * channels + channel];
            }
            block[i] = (float) (sum / (FULL * channels));
        }
        return block;
    }

    @Override
    public void close() throws IOException {
        try {
            bits.close();
        } catch (BitstreamException e) {
            throw new IOException("it cannot be closed.", e);
        }
    }
}
