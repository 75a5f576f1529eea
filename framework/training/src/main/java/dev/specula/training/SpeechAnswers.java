package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import dev.specula.training.model.SpeechDecoder;
import dev.specula.training.sound.SpeechBatch;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a decoder itself writes, by Jacobi decoding (Santilli et al. 2023): every place is predicted from the last guess of all
 * before it, starting at what was said, until nothing changes. Sampling is the same with Gumbel noise that is a function of the
 * place.
 */
final class SpeechAnswers {

    private final SpeechDecoder decoder;
    private final NDManager manager;
    private final int mostPasses;

    /** After {@code mostPasses} an answer is taken as it stands. */
    SpeechAnswers(SpeechDecoder decoder, NDManager manager, int mostPasses) {
        this.decoder = decoder;
        this.manager = manager;
        this.mostPasses = mostPasses;
    }

    /** Ids {@code (clips, length)} of prompts and the arg-max answers, padded. */
    int[] greedy(NDArray rows, SpeechBatch batch) {
        return settled(rows, batch, 0, 0);
    }

    /** Likewise, sampled at {@code temperature}. */
    int[] sampled(NDArray rows, SpeechBatch batch, double temperature, long seed) {
        return settled(rows, batch, temperature, seed);
    }

    private int[] settled(NDArray rows, SpeechBatch batch, double temperature, long seed) {
        int[] ids = batch.ids().clone();
        for (int pass = 0; pass < mostPasses; pass++) {
            int[] said = pass(rows, batch, ids, temperature, seed);
            boolean settled = Arrays.equals(said, ids);
            ids = said;
            if (settled) {
                break;
            }
        }
        return ids;
    }

    private int[] pass(NDArray rows, SpeechBatch batch, int[] ids, double temperature, long seed) {
        int length = batch.length();
        long[] best;
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Shape shape = new Shape(batch.clips(), length);
            NDArray logits = decoder.logits(manager.create(ids, shape), rows, SpeechDecoder.Onlooker.NOBODY);
            if (temperature > 0) {
                logits = logits.div(temperature).add(noise(logits.getShape(), seed));
            }
            best = logits.argMax(2).toLongArray();
        }
        int[] said = ids.clone();
        for (int clip = 0; clip < batch.clips(); clip++) {
            boolean over = false;
            for (int place = batch.answer(clip); place < length; place++) {
                int cell = clip * length + place;
                said[cell] = over ? batch.end() : (int) best[cell - 1];
                over |= said[cell] == batch.end();
            }
        }
        return said;
    }

    private NDArray noise(Shape shape, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] noise = new float[Math.toIntExact(shape.size())];
        for (int cell = 0; cell < noise.length; cell++) {
            noise[cell] = (float) -Math.log(-Math.log(random.nextDouble() + 1e-300));
        }
        return manager.create(noise, shape);
    }
}
