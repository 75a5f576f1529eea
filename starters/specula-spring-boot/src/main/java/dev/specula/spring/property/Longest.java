package dev.specula.spring.property;

import org.jspecify.annotations.Nullable;

/** The range of {@code longest}: that of the annotations. */
final class Longest {
    private static final int MOST = 64;

    private Longest() {}

    static void check(@Nullable Integer longest) {
        if (longest != null && (longest < 1 || longest > MOST)) {
            throw new PropertyValueException("longest", "from 1 to " + MOST + " tokens", longest);
        }
    }
}
