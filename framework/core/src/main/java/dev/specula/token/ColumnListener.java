package dev.specula.token;

/** Hears each column of an answer as it is committed, on the decoding thread. */
@FunctionalInterface
public interface ColumnListener {
    /** Takes a column, {@code (lanes,)} tokens; the array is reused after the call. */
    void committed(int[] column, Origin origin);
}
