package dev.specula.graphs;

/**
 * How a decoder attends to the rows of an encoder: what is made of them once for an answer, and how passes read it. What comes of a
 * row does not depend on how many rows its pass has.
 */
interface MemoryAttention {
    /**
     * Writes what the graph of the memory gives for a layer.
     *
     * @param keys {@code (1, M, heads * head size)}, divided by what scores are
     * @param values {@code (1, M, heads * head size)}
     */
    void remember(LayerWriter layers, int layer, String keys, String values);

    /** Writes what {@code queries}, {@code (1, n, heads * head size)}, find in it, as wide as they are; no value has the {@code name} yet. */
    String attend(LayerWriter layers, int layer, String name, String queries);

    /** Bytes that a pass reads of it where it is of {@code rows} rows. */
    long bytes(int rows);
}
