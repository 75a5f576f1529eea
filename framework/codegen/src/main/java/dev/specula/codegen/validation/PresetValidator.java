package dev.specula.codegen.validation;

import dev.specula.Axis;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Preset;
import dev.specula.codegen.model.TargetModel;
import dev.specula.plan.PipelineDescription;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks sets of choices: those of presets, and the one beside the target. */
final class PresetValidator {
    /** What a request may want in place of a preset ({@link dev.specula.plan.Speculation#of}), and the choices beside the target. */
    private static final Set<String> RESERVED = Set.of(PipelineDescription.DEFAULT, "auto", "off", "plain");

    private final Report report;

    PresetValidator(Report report) {
        this.report = report;
    }

    void validate(TargetModel target) {
        twice(target.choices(), target.method().name());
        Set<String> names = new HashSet<>(RESERVED);
        for (Preset preset : target.presets()) {
            String annotation = preset.annotation().simpleName();
            if (preset.choices().isEmpty()) {
                report.add(preset.place(), Problem.PRESET_EMPTY, annotation);
            }
            if (!names.add(preset.name())) {
                report.add(preset.place(), Problem.PRESET_NAME_TAKEN, annotation, preset.name());
            }
            twice(preset.choices(), annotation);
        }
    }

    private void twice(List<Choice> choices, String owner) {
        Map<Axis, Choice> first = new EnumMap<>(Axis.class);
        for (Choice choice : choices) {
            Choice other = first.putIfAbsent(choice.axis(), choice);
            if (other != null) {
                report.add(
                        choice.place(),
                        Problem.TWO_CHOICES,
                        other.text(),
                        choice.text(),
                        choice.axis().name().toLowerCase(Locale.ROOT),
                        owner);
            }
        }
    }
}
