package dev.specula.training.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassagesTests {

    @Test
    void aParagraphIsCutIntoItsSentences() {
        String text = """
                "No," said the old lady, "I was
                mistaken." He went away!

                The door stood open--nobody was there.
                %
                A cynic is a person searching for an honest man.
                \t\t-- Edgar A. Shoaff
                """;
        assertThat(Passages.sentences(text))
                .containsExactly(
                        "\"No,\" said the old lady, \"I was mistaken.\"", "The door stood open, nobody was there.");
    }

    @Test
    void whatAVoiceWouldStumbleOverIsLeftOut() {
        assertThat(Passages.sentences("THE ADVENTURES OF TOM SAWYER WERE TOLD."))
                .isEmpty();
        assertThat(Passages.sentences("See http://example.org for more of it.")).isEmpty();
        assertThat(Passages.sentences("In 1876 the book was printed.")).isEmpty();
        assertThat(Passages.sentences("He did not.")).isEmpty();
        assertThat(Passages.sentences("He " + "never ".repeat(40) + "did.")).isEmpty();
    }

    @Test
    void noSentenceIsBothLearntAndHeldOut(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String who : List.of("The old man", "A young girl", "Somebody else", "Nobody here", "Every neighbour")) {
            for (String what : List.of("saw", "bought", "painted", "forgot", "wanted", "carried")) {
                for (String thing : List.of("a red boat", "the white fence", "an apple", "two dogs")) {
                    text.append(who + " " + what + " " + thing + " again.\n\n");
                }
            }
        }
        Files.writeString(folder.resolve("all.txt"), text);
        Passages learnt = Passages.of(List.of(folder), Passages.Part.LEARNT);
        Passages heldOut = Passages.of(List.of(folder), Passages.Part.HELD_OUT);
        assertThat(learnt.size() + heldOut.size()).isEqualTo(120);
        assertThat(heldOut.size()).isBetween(1, 20);
        assertThat(learnt.all()).doesNotContainAnyElementsOf(heldOut.all());
        assertThat(learnt.following(new Random(1), 3)).isEqualTo(learnt.following(new Random(1), 3));
    }

    @Test
    void aFolderWithoutSentencesIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> Passages.of(List.of(folder), Passages.Part.LEARNT))
                .hasMessageContaining("holds no English sentences");
    }
}
