package dev.specula.texttoimage;

import dev.specula.SpeculaException;

/** A caption that leaves a model no room for a picture. */
public final class CaptionTooLongException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    CaptionTooLongException(String model, int captionTokens, int pictureTokens, int contextTokens) {
        super("A caption must leave room for a picture: \"" + model + "\" holds " + contextTokens
                + " tokens, of which a picture takes " + pictureTokens + ", but the caption takes " + captionTokens
                + "; say it in fewer words.");
    }
}
