package dev.specula.training.data;

/** Drawn scenes and the prompts to draw them. The arrays are live: whoever made them owns them. */
public final class Drawings {

    private final float[] pixels;
    private final int[] prompts;

    Drawings(float[] pixels, int[] prompts) {
        this.pixels = pixels;
        this.prompts = prompts;
    }

    /** {@code (pictures, 3, side, side)}, -1 to 1. */
    public float[] pixels() {
        return pixels;
    }

    /** {@code (pictures, PictureVocabulary.LONGEST_PROMPT)}. */
    public int[] prompts() {
        return prompts;
    }
}
