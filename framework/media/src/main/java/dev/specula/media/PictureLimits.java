package dev.specula.media;

/**
 * How large a picture may be. Checked on the header, before a pixel is decoded.
 *
 * @param bytes most bytes of an encoded picture
 * @param side most pixels along a side
 * @param pixels most pixels of an encoded picture
 * @param keptPixels most pixels kept in memory, 4 bytes each: a larger picture is thinned while it is read
 */
public record PictureLimits(long bytes, int side, long pixels, int keptPixels) {
    /** 64 MiB, 32,768 pixels a side, 100 megapixels, of which 4 are kept. */
    public static final PictureLimits DEFAULT = new PictureLimits(64L << 20, 1 << 15, 100_000_000, 4_000_000);

    /** Checks that all limits are positive. */
    public PictureLimits {
        if (bytes < 1 || side < 1 || pixels < 1 || keptPixels < 1) {
            throw new IllegalArgumentException("limits must be positive, but were " + bytes + " bytes, " + side
                    + " pixels a side, " + pixels + " pixels and " + keptPixels + " kept pixels.");
        }
    }

    void checkBytes(long found) {
        if (found == 0) {
            throw new UnreadablePictureException("A picture must have bytes, but has none.");
        }
        if (found > bytes) {
            throw new UnreadablePictureException("A picture must have at most " + bytes + " bytes, but has " + found
                    + "; save it smaller, or raise the limit.");
        }
    }

    void checkSize(long width, long height) {
        if (width < 1 || height < 1) {
            throw new UnreadablePictureException(
                    "A picture must have at least 1 x 1 pixels, but has " + width + " x " + height + ".");
        }
        if (width > side || height > side || width * height > pixels) {
            throw new UnreadablePictureException("A picture must have at most " + side + " pixels a side and " + pixels
                    + " in all, but its header says " + width + " x " + height
                    + "; save it smaller, or raise the limit.");
        }
    }

    /** Every how many pixels one is kept along each side. */
    int stepFor(long width, long height) {
        return (int) Math.ceil(Math.sqrt(width * (double) height / keptPixels));
    }
}
