package dev.specula.training.model;

/** Rotary positions (Su et al. 2021) in Hugging Face's convention: number i turns with number i + half. Base 10000. */
public record Rotation(int headSize) {

    private static final double BASE = 10_000;

    /** Writes the cosines and sines of {@code position} as row number {@code row} of both tables. */
    public void write(int position, float[] cosine, float[] sine, int row) {
        int half = headSize / 2;
        for (int index = 0; index < half; index++) {
            double angle = position * Math.pow(BASE, -2.0 * index / headSize);
            int at = row * headSize + index;
            cosine[at] = cosine[at + half] = (float) Math.cos(angle);
            sine[at] = sine[at + half] = (float) Math.sin(angle);
        }
    }
}
