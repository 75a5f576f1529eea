package dev.specula.graphs;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A linear layer as checkpoints store it. Its weight is read when it is asked for, some rows at a time where that is enough. */
final class Matrix {
    /** What a checkpoint calls the steps to which the input of a layer is rounded, in place of {@code .weight}. */
    static final String INPUT_SCALE = ".input_scale";

    private static final int VALUES_AT_ONCE = 1 << 20;

    private final String name;
    private final int outputs;
    private final int inputs;
    private final Rows rows;
    private final float @Nullable [] bias; // (outputs,)
    private final float @Nullable [] inputScales;
    private final @Nullable CodedRows codes;
    private final List<Matrix> parts;

    /** Where the rows of a weight come from. */
    private interface Rows {
        /** Reads {@code count} rows from {@code first} on into {@code into} from {@code place} on. */
        void read(int first, int count, float[] into, int place);
    }

    /** Takes some rows of a weight. */
    interface Tiles {
        /**
         * Takes {@code count} rows from {@code first} on.
         *
         * @param values (count, inputs) at the start of a longer array; overwritten afterwards
         */
        void take(int first, int count, float[] values);
    }

    private Matrix(
            String name,
            int outputs,
            int inputs,
            Rows rows,
            float @Nullable [] bias,
            float @Nullable [] inputScales,
            @Nullable CodedRows codes,
            List<Matrix> parts) {
        this.name = name;
        this.outputs = outputs;
        this.inputs = inputs;
        this.rows = rows;
        this.bias = bias;
        this.inputScales = inputScales;
        this.codes = codes;
        this.parts = List.copyOf(parts);
    }

    /**
     * A layer over arrays it does not copy.
     *
     * @param name what its values in the graph are called
     * @param weight (outputs, inputs), row-major
     */
    Matrix(String name, int outputs, int inputs, float[] weight, float @Nullable [] bias) {
        this(name, outputs, inputs, rowsOf(weight, inputs), bias, null, null, List.of());
    }

    /**
     * A layer whose weight stays in the checkpoint.
     *
     * @param tensor the weight's name there, (outputs, inputs)
     * @throws dev.specula.model.ModelLoadException if there is none of that name and shape
     */
    static Matrix stored(
            String name, int outputs, int inputs, Weights weights, String tensor, float @Nullable [] bias) {
        weights.require(tensor, outputs, inputs);
        return new Matrix(
                name,
                outputs,
                inputs,
                (first, count, into, place) -> weights.readRows(tensor, first, count, into, place),
                bias,
                inputScales(weights, tensor, inputs),
                weights.codes(tensor),
                List.of());
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

    /** The weight, (outputs, inputs), row-major, in an array of its own. */
    float[] weight() {
        float[] weight = new float[Math.multiplyExact(outputs, inputs)];
        rows.read(0, outputs, weight, 0);
        return weight;
    }

    /** Hands out all rows of the weight, a few megabytes at a time. */
    void tiles(Tiles tiles) {
        int most = Math.max(1, Math.min(outputs, VALUES_AT_ONCE / inputs));
        float[] values = new float[Math.multiplyExact(most, inputs)];
        for (int first = 0; first < outputs; first += most) {
            int count = Math.min(most, outputs - first);
            rows.read(first, count, values, 0);
            tiles.take(first, count, values);
        }
    }

    float @Nullable [] bias() {
        return bias;
    }

    /**
     * The steps of inputs that are rounded to 8 bits, found when the model was made: one for all inputs or one for each; null if
     * each row is to have a step of its own.
     */
    float @Nullable [] inputScales() {
        return inputScales;
    }

    /** The codes that the weight is stored as; null if it is stored as numbers, or stacked. */
    @Nullable
    CodedRows codes() {
        return codes;
    }

    /** The layers that this one stacks; itself alone if it stacks none. */
    List<Matrix> parts() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /** The layers as one whose outputs stand one after the other. All must have the same inputs. */
    static Matrix stacked(String name, Matrix... parts) {
        int outputs = 0;
        boolean biased = false;
        for (Matrix part : parts) {
            outputs += part.outputs;
            biased |= part.bias != null;
        }
        float[] bias = new float[outputs];
        int row = 0;
        for (Matrix part : parts) {
            if (part.bias != null) {
                System.arraycopy(part.bias, 0, bias, row, part.outputs);
            }
            row += part.outputs;
        }
        List<Matrix> all = List.of(parts);
        return new Matrix(
                name,
                outputs,
                parts[0].inputs,
                (first, count, into, place) -> readStacked(all, first, count, into, place),
                biased ? bias : null,
                largestScales(all),
                null,
                all);
    }

    /** The same layer with its weight turned round and {@code bias}: for checkpoints that store (inputs, outputs). */
    Matrix turned(float @Nullable [] itsBias) {
        return new Matrix(
                name,
                /* outputs= */ inputs,
                /* inputs= */ outputs,
                rowsOf(transposed(), outputs),
                itsBias,
                inputScales,
                null,
                List.of());
    }

    /** {@code count} outputs from {@code from} on, as a layer of its own. */
    Matrix part(String itsName, int from, int count) {
        return new Matrix(
                itsName,
                count,
                inputs,
                (first, rowCount, into, place) -> rows.read(from + first, rowCount, into, place),
                bias == null ? null : Arrays.copyOfRange(bias, from, from + count),
                inputScales,
                null,
                List.of());
    }

    /** The weight as (inputs, outputs) row-major. */
    float[] transposed() {
        float[] weight = weight();
        float[] turned = new float[weight.length];
        for (int out = 0; out < outputs; out++) {
            for (int in = 0; in < inputs; in++) {
                turned[in * outputs + out] = weight[out * inputs + in];
            }
        }
        return turned;
    }

    private static Rows rowsOf(float[] weight, int width) {
        return (first, count, into, place) -> System.arraycopy(weight, first * width, into, place, count * width);
    }

    private static float @Nullable [] inputScales(Weights weights, String tensor, int inputs) {
        return RoundingSteps.read(weights, tensor.replaceFirst("\\.weight$", INPUT_SCALE), inputs);
    }

    /** The steps for all of {@code parts}, which share their input; null if they do not all have as many. */
    private static float @Nullable [] largestScales(List<Matrix> parts) {
        float[] first = parts.get(0).inputScales;
        if (first == null) {
            return null;
        }
        float[] largest = first.clone();
        for (Matrix part : parts) {
            if (part.inputScales == null || part.inputScales.length != largest.length) {
                return null;
            }
            for (int i = 0; i < largest.length; i++) {
                largest[i] = Math.max(largest[i], part.inputScales[i]);
            }
        }
        return largest;
    }

    private static void readStacked(List<Matrix> parts, int first, int count, float[] into, int place) {
        int begin = 0;
        for (Matrix part : parts) {
            int from = Math.max(first, begin);
            int to = Math.min(first + count, begin + part.outputs);
            if (from < to) {
                part.rows.read(from - begin, to - from, into, place + (from - first) * part.inputs);
            }
            begin += part.outputs;
        }
    }
}
