package dev.specula.graphs;

/**
 * The numbers of what makes pictures of codes.
 *
 * @param imageSize pixels on a side
 * @param patch pixels on the side of what a code stands for
 * @param codes in the codebook
 * @param width of a code's vector
 * @param channels of the convolutions
 * @param depth residual blocks, two convolutions each
 */
record PictureDecoderConfig(int imageSize, int patch, int codes, int width, int channels, int depth) {
    private static final int MOST_PIXELS = 1 << 12; // on a side
    private static final int MOST_WIDTH = 1 << 16;

    static PictureDecoderConfig read(JsonConfig json) {
        PictureDecoderConfig config = new PictureDecoderConfig(
                json.size("image_size", MOST_PIXELS),
                json.size("patch_size", MOST_PIXELS),
                json.size("codebook_size", DecoderConfigReader.MOST),
                json.size("codebook_width", MOST_WIDTH),
                json.size("decoder_channels", MOST_WIDTH),
                json.size("decoder_depth", DecoderConfigReader.MOST_LAYERS));
        if (config.imageSize() % config.patch() != 0) {
            throw json.refused("image_size", "a multiple of patch_size", config.imageSize());
        }
        return config;
    }

    /** Codes on a side. */
    int side() {
        return imageSize / patch;
    }

    /** Codes of a picture. */
    int places() {
        return side() * side();
    }

    /** Numbers in a patch. */
    int patchNumbers() {
        return 3 * patch * patch;
    }
}
