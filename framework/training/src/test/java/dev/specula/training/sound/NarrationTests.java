package dev.specula.training.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.media.LogMel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrationTests {

    private static final int SECONDS = 8;

    @Test
    void aSeedAlwaysSoundsTheSameAndFitsTheWindow(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("text.txt"),
                "The old lady looked about the room. There was no boy to be seen. She went to the open door and stood in it.");
        Passages passages = Passages.of(List.of(folder), Passages.Part.LEARNT);
        Narrators narrators = new Narrators();
        assertThat(narrators.names()).contains("FreeTTS");
        for (long seed = 0; seed < 3; seed++) {
            Narration narration = Narration.of(seed, passages, narrators, SECONDS);
            assertThat(narration.text()).isNotEmpty();
            assertThat(narration.sound().length).isBetween(LogMel.RATE, SECONDS * LogMel.RATE);
            Narration again = Narration.of(seed, passages, narrators, SECONDS);
            assertThat(again.sound()).isEqualTo(narration.sound());
            assertThat(again.text()).isEqualTo(narration.text());
        }
    }
}
