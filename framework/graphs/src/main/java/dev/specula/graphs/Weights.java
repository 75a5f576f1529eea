package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Named tensors of a checkpoint, read as 32-bit floats whatever they are stored as. */
interface Weights {
    /** Whether there is a tensor of that name. */
    boolean has(String name);

    /** The names of all tensors. */
    Set<String> names();

    /**
     * The shape of a tensor.
     *
     * @throws ModelLoadException if there is none of that name
     */
    int[] shape(String name);

    /**
     * Reads a tensor, row-major.
     *
     * @throws ModelLoadException if there is none of that name or it is not stored as floats
     */
    float[] read(String name);

    /**
     * Reads a tensor of a known shape.
     *
     * @throws ModelLoadException as {@link #read(String)}, and if the shape differs
     */
    default float[] read(String name, int... shape) {
        require(name, shape);
        return read(name);
    }

    /**
     * Requires that a tensor has a shape.
     *
     * @throws ModelLoadException if there is none of that name, or it has another shape
     */
    default void require(String name, int... shape) {
        if (!Arrays.equals(shape(name), shape)) {
            throw new ModelLoadException("Tensor \"" + name + "\" must have the shape " + Arrays.toString(shape)
                    + " that config.json implies, but has " + Arrays.toString(shape(name)) + ".");
        }
    }

    /**
     * Reads some rows of a tensor: {@code count} times what all dimensions but the first hold.
     *
     * @param into receives the values, row-major, from {@code place} on
     */
    default void readRows(String name, int first, int count, float[] into, int place) {
        float[] all = read(name);
        int width = all.length / Math.max(1, shape(name)[0]);
        System.arraycopy(all, first * width, into, place, count * width);
    }

    /** The tensor as codes, if it is stored as such that can be multiplied as they are; null otherwise. */
    default @Nullable CodedRows codes(String name) {
        return null;
    }
}
