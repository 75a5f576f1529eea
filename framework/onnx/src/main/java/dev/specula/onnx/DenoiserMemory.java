package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Buffers of one denoiser and the tensors over them, one set for each number of rows; they grow with the largest call. */
final class DenoiserMemory implements AutoCloseable {
    private static final int FIRST_ROWS = 16;

    private final DenoiserParts parts;
    private final List<OnnxTensor> tensors = new ArrayList<>();
    private int capacity;
    private @Nullable DenoiserCall[] calls = new DenoiserCall[0]; // by number of rows
    private FloatBuffer states = Tensors.floats(0); // (rows, dimension)
    private FloatBuffer times = Tensors.floats(0); // (rows,)
    private FloatBuffer conditions = Tensors.floats(0); // (rows, conditions)
    private FloatBuffer velocities = Tensors.floats(0); // (rows, dimension)

    DenoiserMemory(DenoiserParts parts) {
        this.parts = parts;
    }

    FloatBuffer states() {
        return states;
    }

    FloatBuffer times() {
        return times;
    }

    FloatBuffer conditions() {
        return conditions;
    }

    FloatBuffer velocities() {
        return velocities;
    }

    /** What a call over {@code rows} rows is given; buffers may be other ones than before if it is the largest so far. */
    DenoiserCall call(int rows) {
        if (rows > capacity) {
            grow(Math.max(FIRST_ROWS, 2 * rows));
        }
        DenoiserCall call = calls[rows];
        if (call == null) {
            call = bind(rows);
            calls[rows] = call;
        }
        return call;
    }

    private void grow(int rows) {
        closeTensors();
        capacity = rows;
        calls = new DenoiserCall[rows + 1];
        int dimension = parts.spec().dimension();
        states = Tensors.floats(rows * dimension);
        velocities = Tensors.floats(rows * dimension);
        times = Tensors.floats(rows);
        conditions = Tensors.floats(rows * parts.spec().conditions());
    }

    private DenoiserCall bind(int rows) {
        long[] state = shape(rows, parts.state());
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        inputs.put(DenoiserFormat.STATES, tensor(states, state));
        inputs.put(DenoiserFormat.TIMES, tensor(times, rows, 1));
        inputs.put(
                DenoiserFormat.CONDITIONS, tensor(conditions, rows, parts.spec().conditions()));
        return new DenoiserCall(inputs, Map.of(DenoiserFormat.VELOCITIES, tensor(velocities, state)));
    }

    /** As {@link #call}, with features in between: those that a whole pass writes, and others read. */
    DenoiserCall callWithFeatures(int rows) {
        DenoiserCall call = call(rows);
        if (!call.hasFeatures()) {
            bindFeatures(call, rows);
        }
        return call;
    }

    private void bindFeatures(DenoiserCall call, int rows) {
        int size = rows * parts.featureSize();
        FloatBuffer features = Tensors.floats(parts.features() * size);
        FloatBuffer forecast = Tensors.floats(size);
        FloatBuffer computed = Tensors.floats(size);
        long[] shape = shape(rows, parts.feature());
        Map<String, OnnxTensor> each = new LinkedHashMap<>();
        for (int index = 0; index < parts.features(); index++) {
            each.put(DenoiserFormat.feature(index), tensor(features.slice(index * size, size), shape));
        }
        call.withFeatures(
                new DenoiserCall.Features(features, forecast, computed),
                each,
                Map.of(
                        DenoiserFormat.FORECAST_OUTPUT, tensor(forecast, shape),
                        DenoiserFormat.COMPUTED_OUTPUT, tensor(computed, shape)));
    }

    private OnnxTensor tensor(FloatBuffer buffer, long... shape) {
        OnnxTensor tensor = Tensors.tensor(buffer, shape);
        tensors.add(tensor);
        return tensor;
    }

    private static long[] shape(int rows, List<Integer> rest) {
        long[] shape = new long[rest.size() + 1];
        shape[0] = rows;
        for (int i = 0; i < rest.size(); i++) {
            shape[i + 1] = rest.get(i);
        }
        return shape;
    }

    private void closeTensors() {
        tensors.forEach(OnnxTensor::close);
        tensors.clear();
    }

    @Override
    public void close() {
        closeTensors();
    }
}
