package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Native memory of a sequence of an exported decoder. Reused by one sequence after the other; not thread-safe. */
final class ExportedMemory implements SequenceMemory {
    private final ExportedDecoder decoder;
    private final ExportedCache cache;
    private final LongBuffer tokens = Tensors.longs(ExportedSequence.MOST_ROWS);
    private final LongBuffer positions = Tensors.longs(ExportedSequence.MOST_ROWS);
    private final LongBuffer seen; // ones
    private final FloatBuffer rows; // (rows of a pass, width); of decoders that take rows
    private final FloatBuffer attended; // (rows of an encoder, width)
    private final Map<String, OnnxTensor> encoded = new LinkedHashMap<>(); // inputs of the encoder's side
    private final Map<String, OnnxTensor> encoding = new LinkedHashMap<>(); // its keys and values, by output
    private final Map<String, FloatBuffer> encodedNumbers = new HashMap<>(); // of those, by input
    private int attendedRows;
    private FloatBuffer logits = Tensors.floats(1); // (logit rows, tokens)

    ExportedMemory(ExportedDecoder decoder, int mostColumns) {
        this.decoder = decoder;
        this.cache = new ExportedCache(decoder.own(), mostColumns);
        this.rows = Tensors.floats(decoder.takesRows() ? ExportedSequence.MOST_ROWS * decoder.width() : 0);
        MemoryShape memory = decoder.memory();
        this.seen = Tensors.longs(Math.max(mostColumns, memory == null ? 0 : memory.rows()));
        for (int i = 0; i < seen.capacity(); i++) {
            seen.put(i, 1);
        }
        this.attended = Tensors.floats(memory == null ? 0 : memory.rows() * memory.width());
        if (memory != null) {
            resize(memory.width(), memory.rows());
        }
    }

    private void resize(int width, int count) {
        encoded.values().forEach(OnnxTensor::close);
        encoded.put(ExportFormat.MEMORY, Tensors.tensor(attended, 1, count, width));
        if (decoder.takes(ExportFormat.MEMORY_MASK)) {
            encoded.put(ExportFormat.MEMORY_MASK, Tensors.tensor(seen, 1, count));
        }
        addEncoded(decoder.encoders(), count);
        attendedRows = count;
    }

    private FloatBuffer numbers(String name, int count) {
        return encodedNumbers.computeIfAbsent(name, each -> Tensors.floats(count));
    }

    private void addEncoded(ExportedDecoder.Cache cached, int columns) {
        for (ExportedDecoder.Cached names : cached.tensors()) {
            // The first time is for all columns there can be.
            FloatBuffer numbers = numbers(names.past(), cached.heads() * columns * cached.headSize());
            OnnxTensor tensor = Tensors.tensor(numbers, 1, cached.heads(), columns, cached.headSize());
            encoded.put(names.past(), tensor);
            encoding.put(names.present(), tensor);
        }
    }

    ExportedCache cache() {
        return cache;
    }

    LongBuffer tokens() {
        return tokens;
    }

    LongBuffer positions() {
        return positions;
    }

    /** Ones, for as many columns as there can be. */
    LongBuffer seen() {
        return seen;
    }

    FloatBuffer rows() {
        return rows;
    }

    /** Takes the rows of an encoder that the answer attends to, perhaps fewer than there can be. */
    void attendTo(FloatBuffer encoderRows) {
        int width = Objects.requireNonNull(decoder.memory()).width();
        int count = encoderRows.remaining() / width;
        if (count != attendedRows) {
            resize(width, count);
        }
        attended.put(0, encoderRows, encoderRows.position(), encoderRows.remaining());
    }

    /** Inputs of the encoder's side: its rows, and keys and values of them. None of a decoder alone. */
    Map<String, OnnxTensor> encoded() {
        return encoded;
    }

    /** Outputs of a first pass, which writes those keys and values. */
    Map<String, OnnxTensor> encoding() {
        return encoding;
    }

    /** Room for {@code count} rows of logits, the same for all passes. */
    FloatBuffer logits(int count) {
        if (logits.capacity() < count * decoder.vocabulary()) {
            logits = Tensors.floats(count * decoder.vocabulary());
        }
        return logits;
    }

    @Override
    public void close() {
        encoded.values().forEach(OnnxTensor::close);
    }
}
