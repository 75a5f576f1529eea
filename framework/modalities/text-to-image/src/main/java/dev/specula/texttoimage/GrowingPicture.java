package dev.specula.texttoimage;

import dev.specula.media.Picture;

/** A picture of which the upper rows are drawn. Belongs to the call that hands it out. */
public interface GrowingPicture {
    /** Rows of tokens that are drawn, at least 1. */
    int rows();

    /** Rows of tokens of the whole picture. */
    int rowsInAll();

    /**
     * The part that is drawn. Decodes all tokens so far, a run of the decoder at each call; the lowest pixels may still change
     * a little, as a decoder looks at what is below.
     */
    Picture picture();
}
