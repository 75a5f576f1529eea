package dev.specula.visionlanguage;

import dev.specula.media.ChannelScale;
import dev.specula.media.Picture;
import dev.specula.media.PictureProcessor;
import dev.specula.media.PictureTiles;
import dev.specula.model.CausalModel;
import dev.specula.model.RowEncoder;
import java.util.List;
import java.util.function.Function;

/** What the encoder of a model is given for a picture: as its checkpoint says, or the picture stretched to its input. Thread-safe. */
final class PicturePreparation {
    private static final String FILE = "preprocessor_config.json";

    private final Function<Picture, PictureTiles> preparation;

    private PicturePreparation(Function<Picture, PictureTiles> preparation) {
        this.preparation = preparation;
    }

    static PicturePreparation of(CausalModel model, RowEncoder encoder) {
        int[] shape = encoder.inputShape(); // (3, height, width)
        return new PicturePreparation(model.configuration(FILE)
                .<Function<Picture, PictureTiles>>map(json -> PictureProcessor.of(json)::process)
                .orElse(picture ->
                        new PictureTiles(List.of(picture.planes(shape[2], shape[1], ChannelScale.SYMMETRIC)), 0, 0)));
    }

    PictureTiles of(Picture picture) {
        return preparation.apply(picture);
    }
}
