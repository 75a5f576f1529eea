package dev.specula.model;

/**
 * The constants of a model.
 *
 * @param name what messages call it
 * @param vocabulary number of tokens its laws are over
 * @param layers number of decoder blocks
 * @param width numbers in a row that stands for a column
 * @param contextTokens most columns of a sequence
 * @param weights format of the weights in memory, for example {@code ri8}
 * @param weightBytes bytes of the weights in memory
 * @param cacheBytesPerColumn bytes of cache that a column of a sequence takes
 */
public record ModelSpec(
        String name,
        int vocabulary,
        int layers,
        int width,
        int contextTokens,
        String weights,
        long weightBytes,
        long cacheBytesPerColumn) {}
