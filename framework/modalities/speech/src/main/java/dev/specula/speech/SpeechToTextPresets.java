package dev.specula.speech;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Presets;
import java.util.List;

/** Several pipelines of one target behind one face: each recording may name its preset. Thread-safe. */
public final class SpeechToTextPresets implements SpeechToText {
    private final Presets<SpeechToText> presets;

    /** Of {@code pipelines}, at least one, each with a preset of its own; the first writes where none is named. */
    public SpeechToTextPresets(List<? extends SpeechToText> pipelines) {
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
    public Transcript transcribe(Recording recording, SegmentListener listener) {
        return presets.wanted(recording.options().speculation()).transcribe(recording, listener);
    }
}
