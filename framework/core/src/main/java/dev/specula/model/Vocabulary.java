package dev.specula.model;

import java.util.OptionalInt;

/** The tokens of a model and the way between text and tokens. Thread-safe. */
public interface Vocabulary {
    /** Number of tokens, padding of the model's head not counted. */
    int size();

    /** The token {@code id} as the vocabulary writes it; empty where a padded id stands for none. */
    String token(int id);

    /** The id of the token that the vocabulary writes as {@code token}, special tokens included. */
    OptionalInt id(String token);

    /** The tokens of {@code text}, without special tokens added, never truncated. */
    int[] encode(String text);

    /** The text of {@code tokens}, special tokens left out. */
    String decode(int... tokens);
}
