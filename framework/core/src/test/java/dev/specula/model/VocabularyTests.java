package dev.specula.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VocabularyTests {
    @Test
    void isTheSameWithTheSameTokensHoweverFarItIsFilledUp() {
        Vocabulary plain = new Listed("a", "b", "c");

        assertThat(plain.firstDifference(new Listed("a", "b", "c"))).isEmpty();
        assertThat(plain.firstDifference(new Listed("a", "b", "c", "", ""))).isEmpty();
        assertThat(new Listed("a", "b", "c", "[PAD3]", "[PAD4]").firstDifference(plain))
                .isEmpty();
    }

    @Test
    void differsFromTheFirstOtherTokenOn() {
        Vocabulary plain = new Listed("a", "b", "c");

        assertThat(plain.firstDifference(new Listed("a", "c", "b"))).hasValue(1);
        assertThat(plain.firstDifference(new Listed("a", "b"))).hasValue(2);
        assertThat(plain.firstDifference(new Listed("a", "b", "c", "<image>"))).hasValue(3);
        assertThat(plain.firstDifference(new Listed("a", "b", "[PAD]"))).hasValue(2);
    }

    private record Listed(List<String> tokens) implements Vocabulary {
        Listed(String... tokens) {
            this(List.of(tokens));
        }

        @Override
        public int size() {
            return tokens.size();
        }

        @Override
        public String token(int id) {
            return tokens.get(id);
        }

        @Override
        public OptionalInt id(String token) {
            int id = tokens.indexOf(token);
            return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
        }

        @Override
        public int[] encode(String text) {
            return text.chars()
                    .map(letter -> tokens.indexOf(Character.toString(letter)))
                    .toArray();
        }

        @Override
        public String decode(int... ids) {
            StringBuilder text = new StringBuilder();
            for (int id : ids) {
                text.append(tokens.get(id));
            }
            return text.toString();
        }
    }
}
