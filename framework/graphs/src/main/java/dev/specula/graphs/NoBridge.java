package dev.specula.graphs;

/** Nothing: the decoder attends to all rows of the last block, a class token among them. */
final class NoBridge implements Bridge {
    @Override
    public boolean takesLast() {
        return true;
    }

    @Override
    public boolean dropsFirst() {
        return false;
    }

    @Override
    public int rows(EncoderConfig encoder) {
        return encoder.places();
    }

    @Override
    public int width(EncoderConfig encoder) {
        return encoder.sizes().hidden();
    }

    @Override
    public String write(LayerWriter layers, EncoderConfig encoder, String x) {
        return x;
    }
}
