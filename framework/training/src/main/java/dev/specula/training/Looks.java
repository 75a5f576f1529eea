package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.specula.training.model.SpeechDecoder;
import dev.specula.training.sound.Clip;
import dev.specula.training.sound.SpeechBatch;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How surprising it is where two heads of a decoder look, given where the tokens of a batch are heard. */
final class Looks implements SpeechDecoder.Onlooker {

    private static final float LEAST = 1e-6f;

    private final NDArray tokenRows;
    private final NDArray targetRows;
    private @Nullable NDArray here;
    private @Nullable NDArray next;

    Looks(SpeechBatch batch, NDManager manager) {
        Shape shape = new Shape(batch.clips(), batch.length(), Clip.ROWS);
        tokenRows = manager.create(batch.tokenRows(), shape);
        targetRows = manager.create(batch.targetRows(), shape);
    }

    @Override
    public void here(NDArray looks) {
        here = surprise(looks, tokenRows);
    }

    @Override
    public void next(NDArray looks) {
        next = surprise(looks, targetRows);
    }

    private static NDArray surprise(NDArray looks, NDArray rows) {
        NDArray counted = rows.max(new int[] {2});
        NDArray found = looks.mul(rows).sum(new int[] {2}).add(LEAST).log();
        return found.mul(counted).sum().div(counted.sum().add(1)).neg();
    }

    /** Of both heads, or of the one that a decoder of one layer has. */
    NDArray loss() {
        NDArray following = Objects.requireNonNull(next);
        return here == null ? following : here.add(following);
    }

    /** Of the head that is to find the token at hand; 0 where none was shown. */
    double here() {
        return here == null ? 0 : here.getFloat();
    }

    /** Of the head that is to find the token that follows, likewise. */
    double next() {
        return next == null ? 0 : next.getFloat();
    }
}
