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

    private final Bitstream bits;
    private final Decoder decoder = new Decoder();
    private final int rate;
    private float[] first; // the block that told the rate

    Mp3Blocks(InputStream in) throws IOException {
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
        float[] block = decode();
        if (decoder.getOutputFrequency() != rate) {
            throw new IOException("an MP3 file must keep its rate, but goes from " + rate + " to "
                    + decoder.getOutputFrequency() + " samples a second.");
        }
        return block;
    }

    private float[] decode() throws IOException {
        try {
            Header header = bits.readFrame();
            if (header == null) {
                return new float[0];
            }
            SampleBuffer samples = (SampleBuffer) decoder.decodeFrame(header, bits);
            bits.closeFrame();
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
