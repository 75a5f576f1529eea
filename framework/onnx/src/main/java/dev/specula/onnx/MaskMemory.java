package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The mask of a sequence's passes, (rows, columns), and the tensors over it: one for each of its shapes. Those of passes of up to
 * {@link DecoderMemory#KEPT_ROWS} rows are kept for the next pass of that shape, of this sequence or a later one. Owns its tensors.
 */
final class MaskMemory implements AutoCloseable {
    private final @Nullable OnnxTensor[] @Nullable [] kept = new OnnxTensor[DecoderMemory.KEPT_ROWS + 1][];
    private final int mostColumns;
    private FloatBuffer numbers = Tensors.floats(1); // zeros between passes

    MaskMemory(int mostColumns) {
        this.mostColumns = mostColumns;
    }

    /** Room for a mask of {@code rows} rows and {@code columns} columns. */
    FloatBuffer numbers(int rows, int columns) {
        int count = rows * columns;
        if (numbers.capacity() < count) {
            close(); // the tensors are over the memory that there was
            numbers = Tensors.floats(count + count / 4);
        }
        return numbers;
    }

    /** The mask as a tensor; to be handed back to {@link #release}. */
    OnnxTensor tensor(int rows, int columns) {
        if (rows > DecoderMemory.KEPT_ROWS) {
            return over(rows, columns);
        }
        OnnxTensor[] ofRows = kept[rows];
        if (ofRows == null) {
            ofRows = new OnnxTensor[mostColumns + 1];
            kept[rows] = ofRows;
        }
        OnnxTensor tensor = ofRows[columns];
        if (tensor == null) {
            tensor = over(rows, columns);
            ofRows[columns] = tensor;
        }
        return tensor;
    }

    private OnnxTensor over(int rows, int columns) {
        return Tensors.tensor(numbers, 1, 1, rows, columns);
    }

    /** Frees a tensor that is not kept. */
    void release(OnnxTensor tensor, int rows) {
        if (rows > DecoderMemory.KEPT_ROWS) {
            tensor.close();
        }
    }

    @Override
    public void close() {
        for (int rows = 0; rows < kept.length; rows++) {
            OnnxTensor[] ofRows = kept[rows];
            if (ofRows != null) {
                for (OnnxTensor tensor : ofRows) {
                    if (tensor != null) {
                        tensor.close();
                    }
                }
                kept[rows] = null;
            }
        }
    }
}
