package dev.specula.onnx;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decoder that somebody else exported. Owns its graphs.
 *
 * @param graph says one column after the other
 * @param embedding makes rows of tokens; null where the decoder takes tokens
 * @param inputs names of what the graph takes
 * @param own its keys and values
 * @param encoders keys and values of the rows of an encoder; without tensors where it has none
 * @param memory what it attends to in an encoder's rows; null for a decoder alone
 * @param vocabulary numbers in a row of logits
 * @param width numbers in a row that stands for a column; 0 where it takes tokens
 */
record ExportedDecoder(
        GraphSession graph,
        @Nullable GraphSession embedding,
        Set<String> inputs,
        Cache own,
        Cache encoders,
        @Nullable MemoryShape memory,
        int vocabulary,
        int width)
        implements AutoCloseable {
    ExportedDecoder {
        inputs = Set.copyOf(inputs);
    }

    /**
     * Names of a tensor of keys or values.
     *
     * @param past the input
     * @param present the output
     */
    record Cached(String past, String present) {}

    /**
     * Keys and values of all layers.
     *
     * @param tensors layer after layer, keys before values
     * @param heads heads of keys and values
     * @param headSize numbers in a head
     */
    record Cache(List<Cached> tensors, int heads, int headSize) {
        long bytesPerColumn() {
            return (long) tensors.size() * heads * headSize * Float.BYTES;
        }
    }

    /** Whether it has the input {@code name}. */
    boolean takes(String name) {
        return inputs.contains(name);
    }

    /** Whether columns may be given as rows. */
    boolean takesRows() {
        return takes(ExportFormat.ROWS);
    }

    /** Number of blocks. */
    int layers() {
        return own.tensors().size() / 2;
    }

    @Override
    public void close() {
        graph.close();
        if (embedding != null) {
            embedding.close();
        }
    }
}
