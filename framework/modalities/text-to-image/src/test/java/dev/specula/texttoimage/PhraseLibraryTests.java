package dev.specula.texttoimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseLibraryTests {
    private static final PhraseLibrary LIBRARY =
            PhraseLibrary.mined(List.of(new int[] {5, 6, 7, 5, 6, 8}, new int[] {5, 6, 7}), 3, 2, 10);

    @Test
    void keepsRunsThatOccurOften() {
        assertThat(LIBRARY.size()).isEqualTo(3); // 5 6, 6 7 and 5 6 7
        assertThat(LIBRARY.longestMatch(5, 6, 7, 5)).isEqualTo(3);
        assertThat(LIBRARY.longestMatch(5, 6, 8)).isEqualTo(2);
        assertThat(LIBRARY.longestMatch(5)).isZero();
        assertThat(LIBRARY.longestMatch(7, 5)).isZero();
    }

    @Test
    void knowsHowFarAPhraseMayGoOn() {
        assertThat(LIBRARY.longestAfter(5)).isEqualTo(2);
        assertThat(LIBRARY.longestAfter(6)).isEqualTo(1);
        assertThat(LIBRARY.longestAfter(7)).isZero();
    }

    @Test
    void keepsTheMostFrequentWhereThereIsNoRoomForAll() {
        PhraseLibrary one = PhraseLibrary.mined(List.of(new int[] {1, 2, 3, 1, 2}), 2, 1, 1);
        assertThat(one.size()).isEqualTo(1);
        assertThat(one.longestMatch(1, 2)).isEqualTo(2);
    }

    @Test
    void isReadAsItWasWritten() {
        PhraseLibrary read = PhraseLibrary.read(LIBRARY.write());
        assertThat(read.size()).isEqualTo(3);
        assertThat(read.longestMatch(5, 6, 7)).isEqualTo(3);
        assertThat(read.write()).isEqualTo(LIBRARY.write());
    }
}
