package dev.specula.codegen.standin;

import dev.specula.Contract;
import dev.specula.Modality;
import dev.specula.token.DraftsByJacobi;

/** Draws, guided, in windows where nothing is chosen. */
@Contract(
        accepts = Modality.TEXT,
        emits = Modality.IMAGE,
        pipeline = TextToImagePipeline.class,
        guided = true,
        source = DraftsByJacobi.class)
public interface TextToImage {
    /** The tokens of the picture of a prompt of tokens. */
    int[] say(Request request);
}
