package dev.specula.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Locale;

/** Direct buffers in native order and tensors over them. A tensor shares the memory of its buffer. */
final class Tensors {
    private Tensors() {}

    static FloatBuffer floats(int count) {
        return bytes(count, Float.BYTES).asFloatBuffer();
    }

    static IntBuffer ints(int count) {
        return bytes(count, Integer.BYTES).asIntBuffer();
    }

    static LongBuffer longs(int count) {
        return bytes(count, Long.BYTES).asLongBuffer();
    }

    /** Room for at least one element: the runtime wants an address even for an empty tensor. */
    private static ByteBuffer bytes(int count, int size) {
        int bytes = Math.multiplyExact(Math.max(1, count), size);
        try {
            return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        } catch (OutOfMemoryError e) {
            throw new EngineException(
                    String.format(
                            Locale.ROOT,
                            "%.1f MB more must fit into direct buffers, but this virtual machine does not allow it; raise"
                                    + " -XX:MaxDirectMemorySize (as much as -Xmx where it is not set), or choose a shorter"
                                    + " context or a smaller model.",
                            bytes / 1e6),
                    e);
        }
    }

    /** Room for a tensor of {@code type}. */
    static ByteBuffer bytes(OnnxJavaType type, long... shape) {
        return bytes(size(shape), type.size);
    }

    /** A tensor of {@code type} over the first bytes of {@code buffer}. */
    static OnnxTensor tensor(ByteBuffer buffer, OnnxJavaType type, long... shape) {
        try {
            ByteBuffer first = buffer.slice(0, size(shape) * type.size).order(ByteOrder.nativeOrder());
            return OnnxTensor.createTensor(OnnxRuntime.environment(), first, shape, type);
        } catch (OrtException e) {
            throw refused(shape, e);
        }
    }

    static OnnxTensor tensor(FloatBuffer buffer, long... shape) {
        try {
            return OnnxTensor.createTensor(OnnxRuntime.environment(), buffer.slice(0, size(shape)), shape);
        } catch (OrtException e) {
            throw refused(shape, e);
        }
    }

    static OnnxTensor tensor(IntBuffer buffer, long... shape) {
        try {
            return OnnxTensor.createTensor(OnnxRuntime.environment(), buffer.slice(0, size(shape)), shape);
        } catch (OrtException e) {
            throw refused(shape, e);
        }
    }

    static OnnxTensor tensor(LongBuffer buffer, long... shape) {
        try {
            return OnnxTensor.createTensor(OnnxRuntime.environment(), buffer.slice(0, size(shape)), shape);
        } catch (OrtException e) {
            throw refused(shape, e);
        }
    }

    /** One flag. */
    static OnnxTensor flag(boolean value) {
        try {
            return OnnxTensor.createTensor(OnnxRuntime.environment(), new boolean[] {value});
        } catch (OrtException e) {
            throw refused(new long[] {1}, e);
        }
    }

    /** Flags that are all set. */
    static OnnxTensor set(long... shape) {
        ByteBuffer flags = bytes(size(shape), 1);
        for (int i = 0; i < flags.capacity(); i++) {
            flags.put(i, (byte) 1);
        }
        try {
            return OnnxTensor.createTensor(OnnxRuntime.environment(), flags, shape, OnnxJavaType.BOOL);
        } catch (OrtException e) {
            throw refused(shape, e);
        }
    }

    private static int size(long... shape) {
        long size = 1;
        for (long dimension : shape) {
            size *= dimension;
        }
        return Math.toIntExact(size);
    }

    private static EngineException refused(long[] shape, OrtException cause) {
        return new EngineException("The runtime refused a tensor of the shape " + Arrays.toString(shape) + ".", cause);
    }
}
