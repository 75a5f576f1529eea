package dev.specula.onnx;

/**
 * Sizes of a decoder's cache and outputs.
 *
 * @param layers number of caches
 * @param keyHeads key and value heads of a cache
 * @param headSize numbers in a head
 * @param width numbers in a given row
 * @param logits numbers in a row of logits: the tokens that the head can say
 * @param cacheRows rows of a cache; the graph must have angles for as many positions
 * @param window columns back, itself included, that layers see which look through {@link DecoderFormat#WINDOW_MASK}; 0 if
 *     there are none
 */
public record DecoderShape(int layers, int keyHeads, int headSize, int width, int logits, int cacheRows, int window) {
    /** Rows beyond the context that a graph needs angles for: the row that fills up a pass of one. */
    public static final int SPARE_ROWS = 1;

    /** Bytes of cache that a column takes. */
    public long cacheBytesPerColumn() {
        return 2L * layers * keyHeads * headSize * Float.BYTES;
    }
}
