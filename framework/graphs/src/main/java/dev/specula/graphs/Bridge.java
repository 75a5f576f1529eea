package dev.specula.graphs;

/** What stands between the blocks of an encoder and the rows that a decoder takes. */
interface Bridge {
    /** Whether the last block's output is taken, and its norm with it. */
    boolean takesLast();

    /** Whether the first row is left out: a class token, where there is one. */
    boolean dropsFirst();

    /** Rows of one input. */
    int rows(EncoderConfig encoder);

    /** Numbers in a row. */
    int width(EncoderConfig encoder);

    /** Writes it over x (1, places, hidden width); returns the name of the result. */
    String write(LayerWriter layers, EncoderConfig encoder, String x);
}
