package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import dev.specula.training.model.SpeechDecoder;
import dev.specula.training.sound.SpeechBatch;

/**
 * A pass of a target: its laws {@code (clips, length, vocabulary)}, the ids {@code (clips, length)} and rows it was given, and
 * where it predicts {@code (clips, length)}. Outlives the scope it is made in.
 */
final class SpeechLecture {

    private final SpeechBatch batch;
    private final NDArray laws;
    private final NDArray rows;
    private final NDArray ids;
    private final NDArray counted;

    private SpeechLecture(SpeechBatch batch, NDArray laws, NDArray rows, NDArray ids, NDArray counted) {
        this.batch = batch;
        this.laws = laws;
        this.rows = rows;
        this.ids = ids;
        this.counted = counted;
    }

    /** What {@code target} says at every place of {@code said}, answers to {@code batch} that may be its own. */
    static SpeechLecture of(SpeechTarget target, SpeechBatch batch, NDArray rows, int[] said, NDManager manager) {
        Shape shape = new Shape(batch.clips(), batch.length());
        NDArray ids = manager.create(said, shape);
        NDArray laws = target.decoder()
                .logits(ids, rows, SpeechDecoder.Onlooker.NOBODY)
                .softmax(-1);
        NDArray counted = manager.create(predicting(batch, said), shape);
        return new SpeechLecture(batch, laws, rows, ids, counted);
    }

    /** 1 where a token of the answer follows, its end included. */
    private static float[] predicting(SpeechBatch batch, int[] said) {
        float[] predicting = new float[said.length];
        for (int clip = 0; clip < batch.clips(); clip++) {
            int base = clip * batch.length();
            for (int place = batch.answer(clip); place < batch.length(); place++) {
                predicting[base + place - 1] = 1;
                if (said[base + place] == batch.end()) {
                    break;
                }
            }
        }
        return predicting;
    }

    /** Keeps it beyond the scope it was made in, until it is closed. */
    SpeechLecture remembered() {
        NDScope.unregister(laws, rows, ids, counted);
        return this;
    }

    void close() {
        laws.close();
        rows.close();
        ids.close();
        counted.close();
    }

    NDArray rows() {
        return rows;
    }

    NDArray ids() {
        return ids;
    }

    /** Mean cross-entropy of {@code logs (clips, length, vocabulary)} against the laws. */
    NDArray surprise(NDArray logs) {
        return laws.mul(logs)
                .sum(new int[] {2})
                .mul(counted)
                .sum()
                .div(counted.sum())
                .neg();
    }

    /** Share of predicting places at which {@code logits} have the same most likely token as the laws. */
    double agreement(NDArray logits) {
        NDArray same = logits.argMax(2).eq(laws.argMax(2)).toType(counted.getDataType(), false);
        return same.mul(counted).sum().div(counted.sum()).getFloat();
    }

    /** Mean of 1 minus the total variation of the laws and of {@code logits}, both at {@code temperature}. */
    double overlap(NDArray logits, double temperature) {
        NDArray cooled = laws.add(1e-30f).log().div(temperature).softmax(-1);
        NDArray apart = logits.div(temperature).softmax(-1).sub(cooled).abs().sum(new int[] {2});
        return 1 - apart.mul(counted).sum().div(counted.sum()).getFloat() / 2;
    }

    /** Sees where heads of a student look. */
    Looks looks() {
        return new Looks(batch, rows.getManager());
    }
}
