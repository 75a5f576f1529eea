package dev.specula.testkit;

import dev.specula.model.Vocabulary;
import java.util.OptionalInt;

/** The tokens of a table model: letters from {@code a} on. Other characters of a text are skipped. */
record Letters(int size) implements Vocabulary {
    @Override
    public String token(int id) {
        return String.valueOf((char) ('a' + id));
    }

    @Override
    public OptionalInt id(String token) {
        int id = token.length() == 1 ? token.charAt(0) - 'a' : -1;
        return id >= 0 && id < size ? OptionalInt.of(id) : OptionalInt.empty();
    }

    @Override
    public int[] encode(String text) {
        return text.chars()
                .map(letter -> letter - 'a')
                .filter(id -> id >= 0 && id < size)
                .toArray();
    }

    @Override
    public String decode(int... tokens) {
        StringBuilder text = new StringBuilder();
        for (int token : tokens) {
            text.append(token(token));
        }
        return text.toString();
    }
}
