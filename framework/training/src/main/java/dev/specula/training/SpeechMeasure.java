package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import dev.specula.speech.WordErrors;
import dev.specula.training.sound.Clip;
import dev.specula.training.sound.ClipStore;
import dev.specula.training.sound.SpeechBatch;
import dev.specula.training.sound.SpeechVocabulary;
import dev.specula.training.sound.TimestampErrors;
import java.util.Arrays;

/** Measures a target by what it writes, decoded by arg-max, with timestamps or without as it comes. */
final class SpeechMeasure {

    private static final int TOGETHER = 8;
    private static final int MOST_PASSES = 64;

    private final SpeechTarget target;
    private final ClipStore store;
    private final SpeechVocabulary vocabulary;
    private final NDManager manager;

    /** On the clips of {@code store}. */
    SpeechMeasure(SpeechTarget target, ClipStore store, SpeechVocabulary vocabulary, NDManager manager) {
        this.target = target;
        this.store = store;
        this.vocabulary = vocabulary;
        this.manager = manager;
    }

    /**
     * What is wrong in answers.
     *
     * @param words in all of them
     * @param times in those with timestamps
     */
    record Errors(WordErrors words, TimestampErrors times) {

        @Override
        public String toString() {
            return "word errors %s, timestamps %s".formatted(words, times);
        }
    }

    /** The errors in the first {@code clips} clips, a multiple of 8. */
    Errors of(int clips) {
        WordErrors words = new WordErrors();
        TimestampErrors times = new TimestampErrors(vocabulary);
        for (int first = 0; first < clips; first += TOGETHER) {
            SpeechBatch batch = SpeechBatch.undisturbed(store.clips(first, TOGETHER), vocabulary, first);
            int[] ids = written(batch);
            for (int clip = 0; clip < TOGETHER; clip++) {
                int[] answer = Arrays.copyOfRange(
                        ids, clip * batch.length() + batch.answer(clip), (clip + 1) * batch.length());
                int[] text = Arrays.stream(answer)
                        .filter(token -> token < vocabulary.words())
                        .toArray();
                Clip heard = batch.heard().get(clip);
                words.add(heard.text(), vocabulary.tokenizer().decode(text));
                times.add(heard, answer);
            }
        }
        return new Errors(words, times);
    }

    private int[] written(SpeechBatch batch) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray rows = target.rows(batch, manager);
            return new SpeechAnswers(target.decoder(), manager, MOST_PASSES).greedy(rows, batch);
        }
    }
}
