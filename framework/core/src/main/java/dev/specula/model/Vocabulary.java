package dev.specula.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The tokens of a model and the way between text and tokens. Thread-safe. */
public interface Vocabulary {
    /** Number of tokens, padding of the model's head not counted. */
    int size();

    /** The token {@code id} as the vocabulary writes it; empty where a padded id stands for none. */
    String token(int id);

    /** The id of the token that the vocabulary writes as {@code token}, special tokens included. */
    OptionalInt id(String token);

    /**
     * The first id that stands for another token in {@code other}; empty if the two are the same. An id without a token, and one
     * that merely fills a vocabulary up ({@code [PAD7]}, as converters call them), stand for none in either.
     */
    default OptionalInt firstDifference(Vocabulary other) {
        return IntStream.range(0, Math.max(size(), other.size()))
                .filter(id -> !meaning(this, id).equals(meaning(other, id)))
                .findFirst();
    }

    private static String meaning(Vocabulary vocabulary, int id) {
        String token = id < vocabulary.size() ? vocabulary.token(id) : "";
        return token.startsWith("[PAD") && token.matches("\\[PAD\\d+]") ? "" : token;
    }

    /** The token that the tokenizer puts before a text where it is asked to add special ones; empty if it puts none there. */
    default OptionalInt begin() {
        return OptionalInt.empty();
    }

    /** A special token that {@code words} hold as it is written; empty if they are words alone. */
    default Optional<String> specialIn(String words) {
        return IntStream.of(encode(words))
                .filter(id -> token(id).length() > 1
                        && words.contains(token(id))
                        && decode(id).isEmpty())
                .mapToObj(this::token)
                .findFirst();
    }

    /**
     * The tokens of {@code text}, without special tokens added, never truncated.
     *
     * @throws IllegalArgumentException if the text is longer than any that the vocabulary cuts up
     */
    int[] encode(String text);

    /** The text of {@code tokens}, special tokens left out. */
    String decode(int... tokens);
}
