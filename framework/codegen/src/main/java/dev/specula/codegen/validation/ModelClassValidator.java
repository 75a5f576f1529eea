package dev.specula.codegen.validation;

import dev.specula.codegen.model.BeanMethod;
import dev.specula.codegen.model.DraftModel;
import dev.specula.codegen.model.ModelClass;
import dev.specula.codegen.model.Pipeline;
import dev.specula.codegen.model.Place;
import dev.specula.codegen.model.TargetModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks a class, its methods, and everything that hangs on them. */
public final class ModelClassValidator {
    private final Report report;
    private final Map<String, String> taken;

    /**
     * Adds problems to {@code report}.
     *
     * @param taken types that are generated so far, with the class that each is for; grows
     */
    public ModelClassValidator(Report report, Map<String, String> taken) {
        this.report = report;
        this.taken = taken;
    }

    /** Checks {@code models} and what was composed of it. */
    public void validate(ModelClass models, List<Pipeline> pipelines) {
        if (!models.obstacle().isEmpty()) {
            report.add(models.place(), Problem.CLASS_OUT_OF_REACH, models.type().simpleName(), models.obstacle());
        }
        methods(models).forEach(this::method);
        for (DraftModel draft : models.drafts()) {
            models.targets().stream()
                    .filter(target -> target.method()
                            .place()
                            .element()
                            .equals(draft.method().place().element()))
                    .forEach(both -> report.add(
                            draft.method().place(),
                            Problem.TARGET_AND_DRAFT,
                            draft.method().name()));
        }
        for (TargetModel target : models.targets()) {
            new ContractValidator(report).validate(models, target);
            new PresetValidator(report).validate(target);
        }
        new DraftModelValidator(report).validate(models);
        Set<Pipeline> sound = new LinkedHashSet<>(pipelines);
        for (Pipeline pipeline : sound) {
            new ChoiceValidator(report).validate(pipeline);
            new CombinationValidator(report).validate(pipeline);
            new PromiseValidator(report).validate(pipeline);
            String method = pipeline.target().method().name() + "()";
            String owner = models.type().simpleName() + "." + pipeline.factory() + "()";
            name(models, pipeline.className(), pipeline.target().method().place(), method, owner);
        }
        for (TargetModel target : models.targets()) {
            if (!target.presets().isEmpty()) {
                String method = target.method().name() + "()";
                name(models, target.presetClass(), target.method().place(), method, method);
            }
        }
        String type = String.join(".", models.type().simpleNames());
        name(models, models.factoryClass(), models.place(), type, type);
    }

    private static Stream<BeanMethod> methods(ModelClass models) {
        return Stream.concat(
                models.targets().stream().map(TargetModel::method),
                models.drafts().stream().map(DraftModel::method));
    }

    private void method(BeanMethod method) {
        if (!method.obstacle().isEmpty()) {
            report.add(method.place(), Problem.METHOD_NOT_PLAIN, method.name(), method.obstacle());
        }
        if (!method.isModel()) {
            report.add(method.place(), Problem.NOT_A_MODEL, method.name(), method.returns());
        }
    }

    private void name(ModelClass models, String generated, Place place, String generator, String owner) {
        String other = taken.putIfAbsent(models.type().peerClass(generated).toString(), owner);
        if (other != null) {
            report.add(place, Problem.NAME_TAKEN, generator, generated, other);
        }
    }
}
