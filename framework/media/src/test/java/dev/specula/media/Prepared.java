package dev.specula.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;

/** What the processors here make of the input whose numbers were recorded. */
final class Prepared {
    private static final int HEADER = 44; // bytes before the samples of a plain WAV file

    private Prepared() {}

    /** The processor that the checkpoint {@code name} was published with. */
    static PictureProcessor processor(String name) {
        return PictureProcessor.of(
                new String(Recorded.bytes(name + "/preprocessor_config.json"), StandardCharsets.UTF_8));
    }

    /** The tiles of the picture of {@code name}. */
    static PictureTiles tiles(String name) {
        return processor(name).process(Picture.of(Recorded.bytes(name + "/image.png")));
    }

    /** The numbers of {@code tiles}, one tile after the other. */
    static float[] pixels(PictureTiles tiles) {
        int size = tiles.planes().get(0).remaining();
        float[] all = new float[tiles.planes().size() * size];
        for (int i = 0; i < tiles.planes().size(); i++) {
            tiles.planes().get(i).get(all, i * size, size);
        }
        return all;
    }

    /** The spectrogram of the sound, in a window of {@code seconds}. */
    static FloatBuffer spectrogram(int bins, int seconds) {
        return new LogMel(bins, seconds).of(sound());
    }

    /** Every second frame of the first 320 of {@link #spectrogram} in 30 seconds, {@code (bins, 160)}: what was recorded of it. */
    static float[] everySecondFrame(int bins) {
        FloatBuffer all = spectrogram(bins, 30);
        float[] everySecond = new float[bins * 160];
        for (int bin = 0; bin < bins; bin++) {
            for (int i = 0; i < 160; i++) {
                everySecond[bin * 160 + i] = all.get(bin * 3000 + 2 * i);
            }
        }
        return everySecond;
    }

    private static float[] sound() {
        byte[] wav = Recorded.bytes("whisper/audio.wav");
        var samples = ByteBuffer.wrap(wav, HEADER, wav.length - HEADER)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        float[] sound = new float[samples.remaining()];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = samples.get(i) / 32768f;
        }
        return sound;
    }
}
