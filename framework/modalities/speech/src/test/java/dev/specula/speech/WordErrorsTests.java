package dev.specula.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordErrorsTests {
    @ParameterizedTest
    @CsvSource({
        "he was not an ill disposed young man, 'He was not an ill-disposed young man.', 0",
        "a b c d, <|0.00|> a b c d<|2.00|>, 0",
        "a b c d, a x c d, 0.25",
        "a b c d, b c d, 0.25",
        "a b c d, a b b c d, 0.25",
        "a b, '', 1",
        "a, b c d, 3"
    })
    void countsWordsThatAreMissingWrongOrTooMany(String spoken, String written, double rate) {
        WordErrors errors = new WordErrors();

        errors.add(spoken, written);

        assertThat(errors.rate()).isCloseTo(rate, within(1e-12));
    }

    @Test
    void weighsLongTranscriptsMore() {
        WordErrors errors = new WordErrors();

        errors.add("a b c", "a b c");
        errors.add("d", "e");

        assertThat(errors.words()).isEqualTo(4);
        assertThat(errors.errors()).isEqualTo(1);
        assertThat(errors.rate()).isEqualTo(0.25);
        assertThat(errors).hasToString("0.2500 (1 of 4)");
    }
}
