package dev.specula.speech;

import dev.specula.Modality;
import dev.specula.media.LogMel;
import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.RowEncoder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Sound as a model hears it: a spectrogram of a window, and what its encoder makes of it. Thread-safe. */
final class SoundEncoder {
    private static final int FRAMES_PER_SECOND = 100;
    private static final int PARTS =
            10; // of a window; rows are left out by these, so that few sounds have counts of their own

    private final RowEncoder encoder;
    private final LogMel spectrogram;
    private final int seconds;

    private SoundEncoder(RowEncoder encoder, int bins, int seconds) {
        this.encoder = encoder;
        this.spectrogram = new LogMel(bins, seconds);
        this.seconds = seconds;
    }

    /**
     * That of {@code model}.
     *
     * @throws IncompatibleModelsException if it has none, or one that takes no spectrogram
     */
    static SoundEncoder of(CausalModel model) {
        RowEncoder encoder = model.encoder(Modality.AUDIO)
                .orElseThrow(
                        () -> new IncompatibleModelsException("A model that hears must have an audio encoder, but \""
                                + model.spec().name() + "\" has none; use a checkpoint with one."));
        int[] shape = encoder.inputShape();
        if (shape.length != 2 || shape[1] % FRAMES_PER_SECOND != 0) {
            throw new IncompatibleModelsException("An audio encoder must take a spectrogram, (bins, frames) of whole"
                    + " seconds, but that of \"" + model.spec().name()
                    + "\" takes another shape; use a checkpoint in the"
                    + " manner of Whisper.");
        }
        return new SoundEncoder(encoder, shape[0], shape[1] / FRAMES_PER_SECOND);
    }

    /** Samples of a window. */
    int samples() {
        return seconds * LogMel.RATE;
    }

    /** Hears {@code sound}; shorter sound is followed by silence. */
    EncodedSound encoded(float[] sound) {
        FloatBuffer heard = spectrogram.of(sound);
        return new EncodedSound(heard, encoder.encode(heard.duplicate()));
    }

    /**
     * Those of {@code rows} that stand for the first {@code samples} samples, half a part to one and a half parts of silence behind them.
     * The rest is silence, which tells a draft nothing that it would miss, and which its every step would read.
     */
    FloatBuffer spoken(FloatBuffer rows, int samples) {
        int parts = Math.min(PARTS, (int) Math.round((double) PARTS * samples / samples()) + 1);
        int count = (encoder.rows() * parts + PARTS - 1) / PARTS;
        return rows.slice(rows.position(), rows.remaining() / encoder.rows() * count);
    }

    /** What it makes of a window that {@code other} has heard, whose spectrogram is of the same shape or made anew. */
    FloatBuffer rows(float[] sound, EncodedSound heard, SoundEncoder other) {
        boolean same = Arrays.equals(encoder.inputShape(), other.encoder.inputShape());
        return encoder.encode(same ? heard.spectrogram().duplicate() : spectrogram.of(sound));
    }
}
