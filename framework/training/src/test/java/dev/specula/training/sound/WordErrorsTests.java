package dev.specula.training.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordErrorsTests {

    @Test
    void fullStopsAndSpacesAreNoErrors() {
        assertThat(WordErrors.of("put it there", " put it  there.")).isEqualTo(new WordErrors(0, 3));
    }

    @Test
    void aWordChangedLeftOutOrMadeUpIsOneError() {
        assertThat(WordErrors.of("put the red star", "put the big star").errors())
                .isEqualTo(1);
        assertThat(WordErrors.of("put the red star", "put the star").errors()).isEqualTo(1);
        assertThat(WordErrors.of("put the red star", "put the red red star").errors())
                .isEqualTo(1);
    }

    @Test
    void whereNothingIsSaidEveryWordIsMadeUp() {
        assertThat(WordErrors.of("", "put it")).isEqualTo(new WordErrors(2, 0));
    }
}
