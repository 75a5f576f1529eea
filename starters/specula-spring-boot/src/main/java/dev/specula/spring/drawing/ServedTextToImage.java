package dev.specula.spring.drawing;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.spring.Outcome;
import dev.specula.spring.Served;
import dev.specula.spring.ServedAnswer;
import dev.specula.spring.ServedContract;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.Drawing;
import dev.specula.texttoimage.DrawingOptions;
import dev.specula.texttoimage.PictureSize;
import dev.specula.texttoimage.RowListener;
import dev.specula.texttoimage.TextToImage;
import java.time.Duration;
import java.util.List;

/** Draws on the application's threads, as its properties say. The listener sees the picture grow on a decoding thread. */
final class ServedTextToImage implements TextToImage, ServedContract {
    private final Served<TextToImage> served;
    private final DrawingDefaults defaults;

    ServedTextToImage(Served<TextToImage> served, DrawingDefaults defaults) {
        this.served = served;
        this.defaults = defaults;
    }

    @Override
    public PipelineDescription description() {
        return served.pipeline().description();
    }

    @Override
    public List<ModelSpec> models() {
        return served.pipeline().models();
    }

    @Override
    public List<PictureSize> sizes() {
        return served.pipeline().sizes();
    }

    @Override
    public DrawingOptions options() {
        return defaults.options();
    }

    @Override
    public Drawing draw(Caption caption, RowListener listener) {
        // The constant itself stands for "nothing said": equal options that a caller made are the caller's.
        @SuppressWarnings("ReferenceEquality")
        Caption asked = caption.options() == DrawingOptions.DEFAULT ? caption.with(options()) : caption;
        return served.wanted(asked.options().speculation())
                .decode(
                        (pipeline, hearing) ->
                                pipeline.draw(asked, growing -> hearing.goesOn(() -> listener.drawn(growing))),
                        ServedTextToImage::told);
    }

    private static ServedAnswer told(Drawing drawing, Duration total) {
        return new ServedAnswer(
                drawing.isPartial() ? Outcome.CANCELLED : Outcome.END,
                drawing.report(),
                drawing.length(),
                drawing.timeToFirstToken(),
                total);
    }

    /** The properties may name a preset that does not exist. */
    @Override
    public void check() {
        served.wanted(defaults.usual().speculation());
    }
}
