package dev.specula.texttoimage;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Speculation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Several pipelines of one target behind one face: each caption may name its preset. Thread-safe. */
public final class TextToImagePresets implements TextToImage {
    private final Map<String, TextToImage> byPreset = new LinkedHashMap<>();
    private final TextToImage first;

    /** Of {@code pipelines}, at least one, each with a preset of its own; the first draws where none is named. */
    public TextToImagePresets(List<? extends TextToImage> pipelines) {
        if (pipelines.isEmpty()) {
            throw new IllegalArgumentException("pipelines must hold at least one, but is empty.");
        }
        first = pipelines.get(0);
        for (TextToImage pipeline : pipelines) {
            if (byPreset.put(pipeline.description().preset(), pipeline) != null) {
                throw new IllegalArgumentException("each pipeline must have a preset of its own, but \""
                        + pipeline.description().preset() + "\" is there twice.");
            }
        }
    }

    /** What the first pipeline does. */
    @Override
    public PipelineDescription description() {
        return first.description();
    }

    @Override
    public List<ModelSpec> models() {
        return first.models();
    }

    @Override
    public List<PictureSize> sizes() {
        return first.sizes();
    }

    @Override
    public Drawing draw(Caption caption, RowListener listener) {
        Speculation speculation = caption.options().speculation();
        if (speculation.kind() != Speculation.Kind.PRESET) {
            return first.draw(caption, listener);
        }
        TextToImage pipeline = byPreset.get(speculation.preset());
        if (pipeline == null) {
            throw new IllegalArgumentException("the preset must be one of "
                    + byPreset.keySet().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "))
                    + ", but was \"" + speculation.preset() + "\".");
        }
        return pipeline.draw(caption, listener);
    }
}
