package dev.specula.speech;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Speculation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Several pipelines of one target behind one face: each recording may name its preset. Thread-safe. */
public final class SpeechToTextPresets implements SpeechToText {
    private final Map<String, SpeechToText> byPreset = new LinkedHashMap<>();
    private final SpeechToText first;

    /** Of {@code pipelines}, at least one, each with a preset of its own; the first writes where none is named. */
    public SpeechToTextPresets(List<? extends SpeechToText> pipelines) {
        if (pipelines.isEmpty()) {
            throw new IllegalArgumentException("pipelines must hold at least one, but is empty.");
        }
        first = pipelines.get(0);
        for (SpeechToText pipeline : pipelines) {
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
    public Transcript transcribe(Recording recording, SegmentListener listener) {
        Speculation speculation = recording.options().speculation();
        if (speculation.kind() != Speculation.Kind.PRESET) {
            return first.transcribe(recording, listener);
        }
        SpeechToText pipeline = byPreset.get(speculation.preset());
        if (pipeline == null) {
            throw new IllegalArgumentException("the preset must be one of "
                    + byPreset.keySet().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "))
                    + ", but was \"" + speculation.preset() + "\".");
        }
        return pipeline.transcribe(recording, listener);
    }
}
