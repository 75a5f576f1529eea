package dev.specula.training.model;

/**
 * Sizes of a picture tokenizer.
 *
 * @param imageSize side of a picture, pixels
 * @param patch side of the square a code stands for, pixels
 * @param codes in the codebook
 * @param width of a code's vector
 * @param encoder width of the encoder's hidden layers
 * @param channels of the decoder
 * @param depth residual blocks of the decoder, two convolutions each
 */
public record TokenizerShape(int imageSize, int patch, int codes, int width, int encoder, int channels, int depth) {

    /** The tokenizer of the blocks world: 256 codes a picture. */
    public static TokenizerShape blocks() {
        return new TokenizerShape(96, 6, 512, 16, 256, 96, 2);
    }

    /** Codes in a row, and rows. */
    public int side() {
        return imageSize / patch;
    }

    /** Codes of a picture. */
    public int places() {
        return side() * side();
    }

    /** Numbers in a patch. */
    public int patchNumbers() {
        return 3 * patch * patch;
    }
}
