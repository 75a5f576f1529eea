package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import dev.specula.speech.WordErrors;
import dev.specula.training.sound.ClipStore;
import dev.specula.training.sound.SpeechBatch;
import dev.specula.training.sound.SpeechVocabulary;
import java.util.Arrays;

/** Measures a target by the words it writes, decoded by arg-max, with timestamps or without as it comes. */
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

    /** The errors in the first {@code clips} clips, a multiple of 8. */
    WordErrors of(int clips) {
        WordErrors errors = new WordErrors();
        for (int first = 0; first < clips; first += TOGETHER) {
            SpeechBatch batch = SpeechBatch.undisturbed(store.clips(first, TOGETHER), vocabulary, first);
            int[] ids = written(batch);
            for (int clip = 0; clip < TOGETHER; clip++) {
                int[] answer = Arrays.stream(
                                ids, clip * batch.length() + batch.answer(clip), (clip + 1) * batch.length())
                        .filter(token -> token < vocabulary.words())
                        .toArray();
                errors.add(
                        batch.heard().get(clip).text(), vocabulary.tokenizer().decode(answer));
            }
        }
        return errors;
    }

    private int[] written(SpeechBatch batch) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray rows = target.rows(batch, manager);
            return new SpeechAnswers(target.decoder(), manager, MOST_PASSES).greedy(rows, batch);
        }
    }
}
