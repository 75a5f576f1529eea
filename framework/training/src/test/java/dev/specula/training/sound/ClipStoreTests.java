package dev.specula.training.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.blocks.scene.SeedRange;
import dev.specula.speech.WordErrors;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipStoreTests {

    @Test
    void aKeptClipIsTheOneThatWasRendered(@TempDir Path folder) {
        Clip rendered = new ClipStore(folder, SeedRange.VALIDATION).clip(3);
        assertThat(folder).isDirectoryContaining("glob:**.bin");
        Clip kept = new ClipStore(folder, SeedRange.VALIDATION).clip(3);
        assertThat(kept.spectrogram()).isEqualTo(rendered.spectrogram());
        assertThat(kept.phones()).isEqualTo(rendered.phones());
        assertThat(kept.sentences()).isEqualTo(rendered.sentences());
        aBatchTeachesWhatIsSaid(kept);
    }

    private static void aBatchTeachesWhatIsSaid(Clip clip) {
        SpeechVocabulary vocabulary = new SpeechVocabulary();
        for (int seed = 0; seed < 20; seed++) {
            SpeechBatch batch = SpeechBatch.undisturbed(List.of(clip), vocabulary, seed);
            StringBuilder taught = new StringBuilder();
            int last = -1;
            for (int place = 0; place < batch.length(); place++) {
                if (batch.weights()[place] > 0) {
                    last = batch.targets()[place];
                    taught.append(
                            last < vocabulary.end() ? vocabulary.tokenizer().decode(last) : "");
                }
            }
            WordErrors errors = new WordErrors();
            errors.add(clip.text(), taught.toString());
            assertThat(errors.errors()).isZero();
            assertThat(last).isEqualTo(vocabulary.end());
        }
    }
}
