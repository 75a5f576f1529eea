package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.token.Draft;
import dev.specula.token.Followers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowersFileTests {
    private static final int VOCABULARY = 9;

    @TempDir
    private Path folder;

    private int asked;

    @Test
    void asksOnceAndKeepsTheAnswer() throws IOException {
        assertThat(tokens(read(folder))).containsExactly(8, Draft.NONE, 0);
        assertThat(tokens(read(folder))).containsExactly(8, Draft.NONE, 0);

        assertThat(asked).isEqualTo(1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing half written is left").hasSize(1);
        }
    }

    @Test
    void asksAgainWhereTheFileIsCut() throws IOException {
        read(folder);
        Path file = folder.resolve("followers");
        Files.write(file, new byte[] {0, 0, 0, 8, 0});

        assertThat(tokens(read(folder))).containsExactly(8, Draft.NONE, 0);
        assertThat(asked).isEqualTo(2);
        read(folder);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void asksAgainWhereTheFileNamesATokenThatTheModelLacks() throws IOException {
        Files.write(folder.resolve("followers"), new byte[] {0, 0, 0, 8, 0, 0, 0, VOCABULARY, 0, 0, 0, 0});

        assertThat(tokens(read(folder))).containsExactly(8, Draft.NONE, 0);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void asksEachTimeWhereGraphsAreNotKept() {
        Path nowhere = folder.resolve("nowhere");

        assertThat(tokens(read(nowhere))).containsExactly(8, Draft.NONE, 0);
        read(nowhere);

        assertThat(asked).isEqualTo(2);
        assertThat(nowhere).doesNotExist();
    }

    private Followers read(Path where) {
        return new FollowersFile(where, 3, VOCABULARY).orElseKeep(() -> {
            asked++;
            return Followers.of(8, Draft.NONE, 0);
        });
    }

    private static int[] tokens(Followers followers) {
        return new int[] {followers.after(0), followers.after(1), followers.after(2)};
    }
}
