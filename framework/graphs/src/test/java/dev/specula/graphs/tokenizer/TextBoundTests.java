package dev.specula.graphs.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBoundTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
                "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                "'(?i:[sdmt]|ll|ve|re)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}++|\\p{N}{1,3}+| ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*+|\\s++$|\\s*[\\r\\n]|\\s+(?!\\S)|\\s",
                "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                "[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+|[^\\r\\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+| ?[\\p{P}\\p{S}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                "[\\p{Han}]+|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{M}&&[^\\p{Han}]]*[\\p{Ll}\\p{M}&&[^\\p{Han}]]+(?i:'s|'t)?|\\s+",
                " ?[^(\\s|[.,!?\u2026\u3002\uff0c\u3001\u0964\u06d4\u060c])]+",
                "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+",
                "\\p{N}{1,3}(?=(?:\\p{N}{3})*\\b)",
                "(?=(\\d{3})+(?!\\d))",
                "([!\\-+])\\1*",
                "(?:'s|'re|,)+x",
                "\\s+$",
                " {2,}",
            })
    void takesLongTextsForThePatternsOfPublishedTokenizers(String pattern) {
        TextBound bound = new TextBound();

        bound.search(pattern);

        assertThat(bound.characters()).isEqualTo(2_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+b",
                "(?:a|a)*b",
                "(?:a|ab)*c",
                "(?:a|\\w)*c",
                "(?i:\u00df|ss)*c",
                "(?:a?){40}b",
                "(?:a{1,2}){2,}+b",
                "a{1,9}+b",
                "(?i)a+|(b*)*c",
                "a*a*b",
                "(?:(?=a*b)a)*c",
                "(?:(?!a*b)a)*c",
                "[]a]*[]a]*b",
                "x?x{0,99999}x{0,99999}y"
            })
    void refusesPatternsThatAreTriedTooOften(String pattern) {
        assertThatThrownBy(() -> new TextBound().search(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("may be tried far more often than a text has characters, since one text can be taken in"
                        + " many ways");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a|b\\g<1>)",
                "(?~ab)",
                "(?{1})",
                "(?x: a)",
                "(*FAIL)",
                "(?(1)a|b)",
                "(a",
                "a)",
                "[a",
                "\\",
                "\\p{L"
            })
    void refusesWhatItDoesNotKnow(String pattern) {
        assertThatThrownBy(() -> new TextBound().search(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which is not known");
    }

    @Test
    void refusesPatternsTooDeepOrTooLongToFollow() {
        assertThatThrownBy(() -> new TextBound().search("(".repeat(9_000) + ")".repeat(999)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextBound().search("a".repeat(10_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is longer than 10000 characters");
    }

    @Test
    void takesShorterTextsWhereTheyGrowFirst() {
        TextBound bound = new TextBound();

        bound.grow(18);
        bound.search("\\s+(?!\\S)|\\s+");

        assertThat(bound.characters()).isBetween(540_000, 560_000);
        assertThatThrownBy(() -> bound.grow(100)).isInstanceOf(IllegalArgumentException.class);
    }
}
