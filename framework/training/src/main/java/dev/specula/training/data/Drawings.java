package dev.specula.training.data;

/** Drawn scenes and the prompts to draw them. The arrays are live: whoever made them owns them. */
public final class Drawings {

    private final float[] pixels;
    private final int[] prompts;
    private final float[] looks;
    private final float[] labels;

    Drawings(float[] pixels, int[] prompts, float[] looks, float[] labels) {
        this.pixels = pixels;
        this.prompts = prompts;
        this.looks = looks;
        this.labels = labels;
    }

    /** {@code (pictures, 3, side, side)}, -1 to 1. */
    public float[] pixels() {
        return pixels;
    }

    /** {@code (pictures, PictureVocabulary.LONGEST_PROMPT)}. */
    public int[] prompts() {
        return prompts;
    }

    /**
     * {@code (pictures, picture length, PictureVocabulary.LONGEST_PROMPT)}: ones where a token of the picture should look in its
     * prompt, none for a token that is about nothing told.
     */
    public float[] looks() {
        return looks;
    }

    /** {@code (pictures, picture length, VisionLabels.WIDTH)}: the block that a token of the picture is about, if it was told. */
    public float[] labels() {
        return labels;
    }
}
