package dev.specula.blocks.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a text of the blocks world says, free of its wording: two texts that say the same have equal facts.
 *
 * @param verdict yes or no, where the text says either
 * @param count the first number told, or -1
 * @param relation the direction or comparison told, as written in its shortest form
 * @param descriptions of blocks, in the order told
 */
public record Facts(
        @Nullable Verdict verdict, int count, @Nullable String relation, List<Description> descriptions) {

    /** Yes or no. */
    public enum Verdict {
        YES,
        NO
    }

    public Facts {
        descriptions = List.copyOf(descriptions);
    }

    /** Reads the facts of any text; what it does not understand it passes over. */
    public static Facts in(String text) {
        return new FactReader(text).read();
    }
}
