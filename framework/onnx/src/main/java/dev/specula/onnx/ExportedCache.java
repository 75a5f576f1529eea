package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * Keys and values of one sequence as exported graphs want them: (key heads, columns, head size), one column after the other
 * without a gap, so that each pass has a tensor of another shape. A pass reads one half of the memory and writes the other. Dropping
 * columns closes the gaps that they leave between heads.
 */
final class ExportedCache {
    private final ExportedDecoder.Cache cache;
    private final FloatBuffer[] past; // by tensor: (key heads, columns, head size), with room for the most columns
    private final FloatBuffer[] present;
    private int columns;

    ExportedCache(ExportedDecoder.Cache cache, int mostColumns) {
        this.cache = cache;
        this.past = room(mostColumns);
        this.present = room(mostColumns);
    }

    private FloatBuffer[] room(int mostColumns) {
        FloatBuffer[] all = new FloatBuffer[cache.tensors().size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = Tensors.floats(cache.heads() * mostColumns * cache.headSize());
        }
        return all;
    }

    /** Drops the columns from {@code wanted} on. */
    void cutTo(int wanted) {
        if (wanted < columns) {
            int kept = wanted * cache.headSize();
            for (FloatBuffer buffer : past) {
                for (int head = 1; head < cache.heads(); head++) {
                    buffer.put(head * kept, buffer, head * columns * cache.headSize(), kept);
                }
            }
            columns = wanted;
        }
    }

    /** Adds the inputs and outputs of a pass over {@code rows} rows after those there are; the caller closes the tensors. */
    void bind(int rows, Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs, List<OnnxTensor> toClose) {
        for (int i = 0; i < past.length; i++) {
            ExportedDecoder.Cached names = cache.tensors().get(i);
            OnnxTensor before = Tensors.tensor(past[i], 1, cache.heads(), columns, cache.headSize());
            OnnxTensor after = Tensors.tensor(present[i], 1, cache.heads(), columns + rows, cache.headSize());
            toClose.add(before);
            toClose.add(after);
            inputs.put(names.past(), before);
            outputs.put(names.present(), after);
        }
    }

    /** Takes what a pass over {@code rows} rows wrote for the past. */
    void advance(int rows) {
        for (int i = 0; i < past.length; i++) {
            FloatBuffer written = present[i];
            present[i] = past[i];
            past[i] = written;
        }
        columns += rows;
    }
}
