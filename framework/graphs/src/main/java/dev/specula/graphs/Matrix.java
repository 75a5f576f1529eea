package dev.specula.graphs;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A linear layer as checkpoints store it. */
final class Matrix {
    private final String name;
    private final int outputs;
    private final int inputs;
    private final float[] weight; // (outputs, inputs)
    private final float @Nullable [] bias; // (outputs,)

    /**
     * A layer over arrays it does not copy.
     *
     * @param name what its values in the graph are called
     * @param weight (outputs, inputs), row-major
     */
    Matrix(String name, int outputs, int inputs, float[] weight, float @Nullable [] bias) {
        this.name = name;
        this.outputs = outputs;
        this.inputs = inputs;
        this.weight = weight;
        this.bias = bias;
    }

    String name() {
        return name;
    }

    int outputs() {
        return outputs;
    }

    int inputs() {
        return inputs;
    }

    /** (outputs, inputs), row-major; not a copy. */
    float[] weight() {
        return weight;
    }

    float @Nullable [] bias() {
        return bias;
    }

    /** The layers as one whose outputs stand one after the other. All must have the same inputs. */
    static Matrix stacked(String name, Matrix... parts) {
        int outputs = 0;
        boolean biased = false;
        for (Matrix part : parts) {
            outputs += part.outputs;
            biased |= part.bias != null;
        }
        int inputs = parts[0].inputs;
        float[] weight = new float[outputs * inputs];
        float[] bias = new float[outputs];
        int row = 0;
        for (Matrix part : parts) {
            System.arraycopy(part.weight, 0, weight, row * inputs, part.weight.length);
            if (part.bias != null) {
                System.arraycopy(part.bias, 0, bias, row, part.outputs);
            }
            row += part.outputs;
        }
        return new Matrix(name, outputs, inputs, weight, biased ? bias : null);
    }

    /** The same layer with its weight turned round and {@code bias}: for checkpoints that store (inputs, outputs). */
    Matrix turned(float @Nullable [] itsBias) {
        return new Matrix(name, /* outputs= */ inputs, /* inputs= */ outputs, transposed(), itsBias);
    }

    /** {@code count} outputs from {@code from} on, as a layer of its own. */
    Matrix part(String itsName, int from, int count) {
        float[] rows = Arrays.copyOfRange(weight, from * inputs, (from + count) * inputs);
        return new Matrix(
                itsName, count, inputs, rows, bias == null ? null : Arrays.copyOfRange(bias, from, from + count));
    }

    /** The weight as (inputs, outputs) row-major. */
    float[] transposed() {
        float[] turned = new float[weight.length];
        for (int out = 0; out < outputs; out++) {
            for (int in = 0; in < inputs; in++) {
                turned[in * outputs + out] = weight[out * inputs + in];
            }
        }
        return turned;
    }
}
