package dev.specula.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.FrameHead;
import dev.specula.training.model.SpeechShape;
import dev.specula.training.model.Weights;
import dev.specula.training.sound.Clip;
import dev.specula.training.sound.ClipStore;
import dev.specula.training.sound.SpeechBatch;
import dev.specula.training.sound.SpeechVocabulary;

/**
 * Teaches a target to write down speech: one step at a time, its batch and learning rate functions of the step. The synthesiser
 * tells when it said what. So the encoder is taught the phone and the word that each row hears, and when it hears them: a decoder that
 * does not find the time in the rows it looks at can only guess timestamps. One head of the decoder is taught to find the word at
 * hand, and another to find the one that follows.
 */
final class SpeechRecipe {

    private static final double RATE = 1e-3;
    private static final float LABEL_SHARE = 0.5f; // of phones, words and times beside language
    private static final float LOOK_SHARE = 0.2f; // of where two heads look beside language

    private final Plan plan;
    private final ClipStore store;
    private final SpeechVocabulary vocabulary;
    private final Schedule schedule;
    private final Weights weights;
    private final AdamW optimiser;
    private final SpeechTarget target;
    private final FrameHead phones;
    private final FrameHead words;
    private final FrameHead times;

    SpeechRecipe(Plan plan, SpeechShape shape, ClipStore store, SpeechVocabulary vocabulary, NDManager manager) {
        this.plan = plan;
        this.store = store;
        this.vocabulary = vocabulary;
        this.schedule = new Schedule(plan.steps(), RATE);
        this.weights = new Weights(manager, plan.seed());
        this.optimiser = new AdamW(manager, weights);
        this.target = SpeechTarget.of(shape, weights);
        this.phones = new FrameHead("teacher.phones", Clip.PHONES, weights);
        this.words = new FrameHead("teacher.words", vocabulary.words(), weights);
        this.times = new FrameHead("teacher.times", Clip.TENTHS + 2, weights);
    }

    /**
     * How long, and on what.
     *
     * @param seed of the start values
     * @param encoderSteps first steps, in which the encoder learns alone
     * @param steps in all
     * @param clips how many different ones; they come again in the same order, never heard the same
     * @param together clips of a step
     */
    record Plan(long seed, long encoderSteps, long steps, long clips, int together) {}

    /**
     * What a step showed; means of cross-entropies.
     *
     * @param language of tokens
     * @param here of the head that looks for the token at hand
     * @param next of the head that looks for the token that follows
     * @param phones of the encoder's rows
     * @param words likewise
     * @param times likewise
     * @param norm of the gradient before clipping
     */
    record Report(double language, double here, double next, double phones, double words, double times, double norm) {

        @Override
        public String toString() {
            return "language %.4f  here %.3f  next %.3f  phones %.3f  words %.3f  times %.3f  gradient %.2f"
                    .formatted(language, here, next, phones, words, times, norm);
        }
    }

    Weights weights() {
        return weights;
    }

    AdamW optimiser() {
        return optimiser;
    }

    SpeechTarget target() {
        return target;
    }

    /** The batch of {@code step}; called on a thread of its own. */
    SpeechBatch batch(long step) {
        long first = step * plan.together() % plan.clips();
        int count = Math.toIntExact(Math.min(plan.together(), plan.clips() - first));
        return SpeechBatch.learnt(store.clips(first, count), vocabulary, step);
    }

    /** One step; {@code step} counts from 0. */
    Report step(long step, SpeechBatch batch) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDManager manager = weights.manager();
            Looks looks = new Looks(batch, manager);
            NDArray language;
            NDArray phone;
            NDArray word;
            NDArray time;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray rows = target.rows(batch, manager);
                phone = phones.loss(rows, batch.phones());
                word = words.loss(rows, batch.words());
                time = times.loss(rows, batch.times());
                NDArray labels = phone.add(word).add(time).mul(LABEL_SHARE);
                if (step < plan.encoderSteps()) {
                    language = labels.mul(0);
                    collector.backward(labels);
                } else {
                    language = surprise(target.decoder().logits(ids(batch, manager), rows, looks), batch, manager);
                    collector.backward(language.add(labels).add(looks.loss().mul(LOOK_SHARE)));
                }
            }
            double norm = optimiser.step(step + 1, name -> schedule.rate(step));
            return new Report(
                    language.getFloat(),
                    looks.here(),
                    looks.next(),
                    phone.getFloat(),
                    word.getFloat(),
                    time.getFloat(),
                    norm);
        }
    }

    static NDArray ids(SpeechBatch batch, NDManager manager) {
        return manager.create(batch.ids(), new Shape(batch.clips(), batch.length()));
    }

    /** Mean cross-entropy of {@code logits (clips, length, vocabulary)} where a token is learnt. */
    private static NDArray surprise(NDArray logits, SpeechBatch batch, NDManager manager) {
        NDArray targets = manager.create(batch.targets(), new Shape(batch.clips(), batch.length(), 1))
                .toType(DataType.INT64, false);
        NDArray counted = manager.create(batch.weights(), new Shape(batch.clips(), batch.length()));
        return logits.logSoftmax(-1)
                .gather(targets, 2)
                .squeeze(2)
                .mul(counted)
                .sum()
                .div(counted.sum())
                .neg();
    }
}
