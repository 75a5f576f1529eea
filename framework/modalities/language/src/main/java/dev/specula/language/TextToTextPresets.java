package dev.specula.language;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Speculation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Several pipelines of one target behind one face: each request may name its preset. Thread-safe. */
public final class TextToTextPresets implements TextToText {
    private final Map<String, TextToText> byPreset = new LinkedHashMap<>();
    private final TextToText first;

    /** Of {@code pipelines}, at least one, each with a preset of its own; the first replies where none is named. */
    public TextToTextPresets(List<? extends TextToText> pipelines) {
        if (pipelines.isEmpty()) {
            throw new IllegalArgumentException("pipelines must hold at least one, but is empty.");
        }
        first = pipelines.get(0);
        for (TextToText pipeline : pipelines) {
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
    public Reply reply(Request request, ReplyListener listener) {
        Speculation speculation = request.options().speculation();
        if (speculation.kind() != Speculation.Kind.PRESET) {
            return first.reply(request, listener);
        }
        TextToText pipeline = byPreset.get(speculation.preset());
        if (pipeline == null) {
            throw new IllegalArgumentException("the preset must be one of "
                    + byPreset.keySet().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "))
                    + ", but was \"" + speculation.preset() + "\".");
        }
        return pipeline.reply(request, listener);
    }
}
