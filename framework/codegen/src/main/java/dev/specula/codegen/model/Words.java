package dev.specula.codegen.model;

import java.util.List;
import java.util.Locale;

/** The words of a Java name, in lower case. */
public record Words(List<String> words) {
    /** Copies the list. */
    public Words {
        words = List.copyOf(words);
    }

    /** The words of a name in camel case. */
    public static Words of(String camelCase) {
        return new Words(List.of(camelCase
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT)
                .split(" ")));
    }

    /** The words with {@code separator} between them. */
    public String joined(String separator) {
        return String.join(separator, words);
    }

    /** The words as the name of a constant. */
    public String constant() {
        return joined("_").toUpperCase(Locale.ROOT);
    }
}
