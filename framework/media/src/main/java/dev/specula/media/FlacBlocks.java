package dev.specula.media;

import java.io.IOException;
import java.io.InputStream;
import org.jflac.FLACDecoder;
import org.jflac.frame.Frame;
import org.jflac.metadata.StreamInfo;

/** Reads FLAC files, a frame at a time. */
final class FlacBlocks implements SampleBlocks {
    private final InputStream in;
    private final FLACDecoder decoder;
    private final int rate;
    private final double full; // largest value of a sample

    FlacBlocks(InputStream in) throws IOException {
        this.in = in;
        this.decoder = new FLACDecoder(HeadlessFlac.of(in));
        try {
            decoder.readMetadata();
        } catch (RuntimeException e) {
            throw new IOException("its head is broken.", e);
        }
        StreamInfo info = decoder.getStreamInfo();
        if (info == null || info.getBitsPerSample() < 4) {
            throw new IOException("a FLAC file must tell its rate and bits, but does not.");
        }
        this.rate = info.getSampleRate();
        this.full = Math.scalb(1.0, info.getBitsPerSample() - 1);
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public float[] next() throws IOException {
        try {
            Frame frame = decoder.readNextFrame();
            return frame == null ? new float[0] : average(frame.header.blockSize, frame.header.channels);
        } catch (RuntimeException e) { // a broken frame can lead the decoder out of its arrays
            throw new IOException("a frame is broken.", e);
        }
    }

    private float[] average(int length, int channels) {
        float[] block = new float[length];
        for (int i = 0; i < length; i++) {
            double sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += decoder.getChannelData()[channel].getOutput()[i];
            }
            block[i] = (float) (sum / (full * channels));
        }
        return block;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
