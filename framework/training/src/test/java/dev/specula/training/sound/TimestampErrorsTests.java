package dev.specula.training.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.blocks.scene.SeedRange;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimestampErrorsTests {

    private final SpeechVocabulary vocabulary = new SpeechVocabulary();

    @TempDir
    private Path folder;

    @Test
    void whatWasSaidIsRightAndLaterTimesAreNot() {
        Clip clip = new ClipStore(folder, SeedRange.VALIDATION).clip(0);
        int[] said = said(clip);
        assertThat(of(clip, said, 0).exact()).isEqualTo(1);
        assertThat(of(clip, said, 1).exact()).isZero();
        assertThat(of(clip, said, 1).near()).isEqualTo(1);
        assertThat(of(clip, said, 2).near()).isZero();
        assertThat(of(clip, Arrays.copyOf(said, 2), 0).near())
                .as("an answer that lacks a sentence")
                .isZero();
    }

    @Test
    void anAnswerWithoutTimestampsDoesNotCount() {
        Clip clip = new ClipStore(folder, SeedRange.VALIDATION).clip(0);
        int[] words = Arrays.stream(said(clip))
                .filter(token -> token < vocabulary.words())
                .toArray();
        assertThat(of(clip, words, 0)).hasToString("0.0000 exact, 0.0000 within a tenth (of 0)");
    }

    private TimestampErrors of(Clip clip, int[] answer, int tenthsLater) {
        IntUnaryOperator later = token -> token < vocabulary.timestamp(0) ? token : token + 5 * tenthsLater;
        TimestampErrors errors = new TimestampErrors(vocabulary);
        errors.add(clip, Arrays.stream(answer).map(later).toArray());
        return errors;
    }

    /** What is to be written, with timestamps. */
    private int[] said(Clip clip) {
        for (int seed = 0; ; seed++) {
            Dictation dictation = Dictation.of(clip, vocabulary, new Random(seed));
            int[] said = Arrays.copyOfRange(dictation.tokens(), dictation.prompt(), dictation.tokens().length);
            if (said[0] >= vocabulary.timestamp(0)) {
                return said;
            }
        }
    }
}
