package dev.specula.training.model;

import java.util.List;

/**
 * Sizes of the image encoder.
 *
 * @param imageSize side of a picture in pixels
 * @param stem the convolutions, whose strides multiply to 8; the last one's channels are the width of the blocks
 * @param layers transformer blocks
 * @param heads attention heads of a block
 * @param shuffle side of the square of patches that becomes one visual row
 * @param projected width of a visual row as the decoder sees it
 */
public record VisionShape(
        int imageSize, List<Convolution> stem, int layers, int heads, int intermediate, int shuffle, int projected) {

    /** A 3 x 3 convolution. */
    public record Convolution(int channels, int stride) {}

    private static final int PATCH = 8; // pixels

    public VisionShape {
        stem = List.copyOf(stem);
    }

    /** The encoder of the target: 144 patches, 16 visual rows. A patch's convolutions see 55 pixels around it. */
    public static VisionShape target() {
        List<Convolution> stem = List.of(
                new Convolution(32, 2),
                new Convolution(64, 2),
                new Convolution(96, 1),
                new Convolution(192, 2),
                new Convolution(192, 1),
                new Convolution(192, 1));
        return new VisionShape(96, stem, 2, 3, 768, 3, 384);
    }

    /** Width of the blocks. */
    public int hidden() {
        return stem.get(stem.size() - 1).channels();
    }

    /** Patches along one side. */
    public int side() {
        return imageSize / PATCH;
    }

    public int patches() {
        return side() * side();
    }

    /** Visual rows of a picture. */
    public int rows() {
        return patches() / (shuffle * shuffle);
    }
}
