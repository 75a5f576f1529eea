package dev.specula.speech;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import java.nio.FloatBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a draft model attends to. A draft that was distilled from its target has the target's own encoder (as distil-whisper), and
 * running it again would cost more than all of the drafting saves. Whether it is the same is seen from the rows of the first
 * window: hundreds of thousands of numbers that differ by no more than two weight formats make of them are no chance. A draft
 * without an encoder takes the target's rows.
 * Thread-safe.
 */
final class DraftEncoder {
    private static final double ROUNDING = 0.1; // of the rows' size; 8 bits make 0.02 of it, another encoder 1 or more

    private final @Nullable SoundEncoder own;
    private volatile @Nullable Boolean shared; // null before the first window
    private volatile double nanos; // of the last window

    private DraftEncoder(@Nullable SoundEncoder own) {
        this.own = own;
    }

    static DraftEncoder of(CausalModel draft) {
        return new DraftEncoder(draft.encoder(Modality.AUDIO).isPresent() ? SoundEncoder.of(draft) : null);
    }

    /** Whether it takes the target's rows; false before the first window. */
    boolean isShared() {
        return own == null || Boolean.TRUE.equals(shared);
    }

    /** Nanoseconds that its own encoder takes for a window; 0 where it takes the target's rows, and before the first window. */
    double nanos() {
        return isShared() ? 0 : nanos;
    }

    /**
     * The rows for the draft of the window {@code sound}, which the encoder of the target has {@code heard}, up to a little beyond its
     * end; made when asked for.
     */
    Supplier<FloatBuffer> rows(float[] sound, EncodedSound heard, SoundEncoder target) {
        return () -> own == null || isShared()
                ? target.spoken(heard.rows(), sound.length)
                : own.spoken(encode(own, sound, heard, target), sound.length);
    }

    /** Whether both are what one encoder gives in any two formats of its weights. */
    private static boolean isNear(FloatBuffer rows, FloatBuffer others) {
        if (rows.remaining() != others.remaining()) {
            return false;
        }
        double apart = 0;
        double size = 0;
        for (int i = 0; i < rows.remaining(); i++) {
            double difference = rows.get(i) - others.get(i);
            apart += difference * difference;
            size += rows.get(i) * (double) rows.get(i);
        }
        return apart <= ROUNDING * ROUNDING * size;
    }

    private FloatBuffer encode(SoundEncoder encoder, float[] sound, EncodedSound heard, SoundEncoder target) {
        long start = System.nanoTime();
        FloatBuffer rows = encoder.rows(sound, heard, target);
        nanos = System.nanoTime() - start;
        if (shared == null) {
            shared = isNear(rows, heard.rows());
        }
        return rows;
    }
}
