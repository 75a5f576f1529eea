package dev.specula.speech;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a draft model attends to. A draft that was distilled from its target has the target's own encoder (as distil-whisper), and
 * running it again would cost more than all of the drafting saves. Whether it is the same is seen from the rows of the first
 * window: equal bits of hundreds of thousands of numbers are no chance. A draft without an encoder takes the target's rows.
 * Thread-safe.
 */
final class DraftEncoder {
    private final @Nullable SoundEncoder own;
    private volatile @Nullable Boolean shared; // null before the first window

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

    /** The rows for the draft of the window {@code sound}, of which the target's encoder made {@code targets}. */
    FloatBuffer rows(float[] sound, FloatBuffer targets) {
        if (own == null || isShared()) {
            return targets;
        }
        FloatBuffer rows = own.rows(sound);
        if (shared == null) {
            shared = rows.equals(targets);
        }
        return rows;
    }
}
