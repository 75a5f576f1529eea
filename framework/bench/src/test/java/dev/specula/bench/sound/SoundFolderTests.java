package dev.specula.bench.sound;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.media.UnreadableSoundException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundFolderTests {
    @Test
    void refusesAFolderWithoutASound(@TempDir Path folder) {
        assertThatThrownBy(() -> new SoundFolder(folder, "en"))
                .isInstanceOf(UnreadableSoundException.class)
                .hasMessageContaining("at least one sound");
    }
}
