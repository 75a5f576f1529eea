package dev.specula.codegen.standin;

import dev.specula.Contract;
import dev.specula.Modality;

/** Says what is on a picture. */
@Contract(
        accepts = {Modality.IMAGE, Modality.TEXT},
        emits = Modality.TEXT,
        pipeline = ImageToTextPipeline.class)
public interface ImageToText {
    /** The tokens of the answer to a prompt of tokens. */
    int[] say(Request request);
}
