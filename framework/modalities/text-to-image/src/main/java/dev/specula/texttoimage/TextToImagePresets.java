package dev.specula.texttoimage;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Presets;
import java.util.List;

/** Several pipelines of one target behind one face: each caption may name its preset. Thread-safe. */
public final class TextToImagePresets implements TextToImage {
    private final Presets<TextToImage> presets;

    /** Of {@code pipelines}, at least one, each with a preset of its own; the first draws where none is named. */
    public TextToImagePresets(List<? extends TextToImage> pipelines) {
        presets = new Presets<>(pipelines);
    }

    /** What the first pipeline does. */
    @Override
    public PipelineDescription description() {
        return presets.first().description();
    }

    @Override
    public List<ModelSpec> models() {
        return presets.first().models();
    }

    @Override
    public List<PictureSize> sizes() {
        return presets.first().sizes();
    }

    @Override
    public Drawing draw(Caption caption, RowListener listener) {
        return presets.wanted(caption.options().speculation()).draw(caption, listener);
    }
}
