package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.util.Arrays;

/** Named tensors of a checkpoint, read as 32-bit floats whatever they are stored as. */
interface Weights {
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
        if (!Arrays.equals(shape(name), shape)) {
            throw new ModelLoadException("Tensor \"" + name + "\" must have the shape " + Arrays.toString(shape)
                    + " that config.json implies, but has " + Arrays.toString(shape(name)) + ".");
        }
        return read(name);
    }
}
