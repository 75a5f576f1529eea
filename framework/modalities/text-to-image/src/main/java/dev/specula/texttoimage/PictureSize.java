package dev.specula.texttoimage;

/**
 * A size in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record PictureSize(int width, int height) {
    /** Checks the ranges. */
    public PictureSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "a picture must be at least 1 x 1 pixels, but was " + width + " x " + height + ".");
        }
    }

    /** {@code 128 x 128}. */
    @Override
    public String toString() {
        return width + " x " + height;
    }
}
