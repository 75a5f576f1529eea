package dev.specula.visionlanguage;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Presets;
import dev.specula.text.Answer;
import dev.specula.text.TextListener;
import java.util.List;

/** Several pipelines of one target behind one face: each question may name its preset. Thread-safe. */
public final class ImageToTextPresets implements ImageToText {
    private final Presets<ImageToText> presets;

    /** Of {@code pipelines}, at least one, each with a preset of its own; the first answers where none is named. */
    public ImageToTextPresets(List<? extends ImageToText> pipelines) {
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
    public Answer answer(Question question, TextListener listener) {
        return presets.wanted(question.options().speculation()).answer(question, listener);
    }
}
