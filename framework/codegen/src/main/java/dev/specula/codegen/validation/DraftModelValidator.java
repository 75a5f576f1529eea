package dev.specula.codegen.validation;

import dev.specula.Modality;
import dev.specula.codegen.model.DraftModel;
import dev.specula.codegen.model.ModelClass;
import dev.specula.codegen.model.TargetModel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Checks draft models against the targets that they draft for. */
final class DraftModelValidator {
    private final Report report;

    DraftModelValidator(Report report) {
        this.report = report;
    }

    void validate(ModelClass models) {
        for (DraftModel draft : models.drafts()) {
            if (draft.accepts().isEmpty()) {
                report.add(
                        draft.acceptsPlace(),
                        Problem.ACCEPTS_NOTHING,
                        draft.method().name());
            }
            target(models, draft);
            for (DraftModel.Misplaced annotation : draft.misplaced()) {
                report.add(
                        annotation.place(),
                        Problem.CHOICE_BESIDE_DRAFT,
                        annotation.annotation(),
                        draft.method().name());
            }
        }
        for (TargetModel target : models.targets()) {
            List<DraftModel> drafts = models.draftsOf(target);
            drafts.forEach(draft -> modalities(draft, target));
            for (DraftModel second : drafts.subList(Math.min(1, drafts.size()), drafts.size())) {
                report.add(
                        second.method().place(),
                        Problem.SEVERAL_DRAFTS,
                        second.method().name(),
                        target.method().name(),
                        drafts.get(0).method().name());
            }
        }
    }

    private void target(ModelClass models, DraftModel draft) {
        String name = draft.method().name();
        String type = models.type().simpleName();
        List<String> targets =
                models.targets().stream().map(target -> target.method().name()).toList();
        if (targets.isEmpty()) {
            report.add(draft.method().place(), Problem.DRAFT_WITHOUT_TARGET, name, type);
        } else if (draft.target().isEmpty() && targets.size() > 1) {
            report.add(
                    draft.method().place(),
                    Problem.TARGET_NOT_NAMED,
                    name,
                    type,
                    Listed.quoted(targets),
                    targets.get(0));
        } else if (!draft.target().isEmpty() && !targets.contains(draft.target())) {
            String hint = Listed.nearest(draft.target(), targets)
                    .map(near -> "Did you mean \"" + near + "\"?")
                    .orElse("Name the target's bean method.");
            report.add(
                    draft.targetPlace(),
                    Problem.NO_SUCH_TARGET,
                    name,
                    draft.target(),
                    type,
                    Listed.quoted(targets),
                    hint);
        }
    }

    private void modalities(DraftModel draft, TargetModel target) {
        Set<Modality> more = EnumSet.noneOf(Modality.class);
        more.addAll(draft.accepts());
        more.removeAll(target.accepts());
        if (!more.isEmpty() && !target.accepts().isEmpty()) {
            report.add(
                    draft.acceptsPlace(),
                    Problem.DRAFT_ACCEPTS_MORE,
                    draft.method().name(),
                    Listed.braced(more),
                    target.method().name(),
                    Listed.braced(target.accepts()));
        }
        if (draft.method().isModel() && draft.method().loop() != target.method().loop()) {
            report.add(
                    draft.method().place(),
                    Problem.DRAFT_OTHER_KIND,
                    draft.method().name(),
                    draft.method().returns(),
                    target.method().name(),
                    target.method().returns());
        }
        if (draft.emits() != target.emits()) {
            report.add(
                    draft.emitsPlace(),
                    Problem.DRAFT_EMITS_OTHER,
                    draft.method().name(),
                    draft.emits(),
                    target.method().name(),
                    target.emits());
        }
    }
}
