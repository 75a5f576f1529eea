package dev.specula.codegen.model;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a choice, with its value or the default.
 *
 * @param value as source
 * @param elements as source: the elements of an array with commas between them, or the value
 * @param text as it is written in an annotation
 * @param numbers its value, or its elements where it is an array; empty unless numeric
 * @param bounds what the attribute's {@link dev.specula.Range} allows, if it has one
 * @param isLongest whether it bounds a draft
 */
public record Attribute(
        String name,
        CodeBlock value,
        CodeBlock elements,
        String text,
        List<Double> numbers,
        @Nullable Bounds bounds,
        boolean isLongest,
        Place place) {
    /** Copies the list. */
    public Attribute {
        numbers = List.copyOf(numbers);
    }

    /** Whether it can be the longest draft: an int. */
    public boolean isInt() {
        return text.matches("-?\\d+");
    }

    /**
     * What a {@link dev.specula.Range} says: its ends, both allowed, the most that the numbers may add up to, and whether there must be some,
     * none above the one before it.
     */
    public record Bounds(double min, double max, double sum, boolean falling) {}
}
