package dev.specula.codegen.validation;

import dev.specula.Modality;
import dev.specula.codegen.model.Contract;
import dev.specula.codegen.model.ModelClass;
import dev.specula.codegen.model.TargetModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that there is something for users to call. */
final class ContractValidator {
    private final Report report;

    ContractValidator(Report report) {
        this.report = report;
    }

    void validate(ModelClass models, TargetModel target) {
        String name = target.method().name();
        if (target.accepts().isEmpty()) {
            report.add(target.acceptsPlace(), Problem.ACCEPTS_NOTHING, name);
            return;
        }
        target.contract().ifPresentOrElse(contract -> flaw(target, contract), () -> missing(models.known(), target));
    }

    private void flaw(TargetModel target, Contract contract) {
        if (!contract.flaw().isEmpty()) {
            report.add(target.method().place(), Problem.CONTRACT_UNUSABLE, contract.type(), contract.flaw());
        }
    }

    private void missing(Map<Modality, List<Set<Modality>>> known, TargetModel target) {
        String accepts = Listed.braced(target.accepts());
        List<Set<Modality>> accepted = known.getOrDefault(target.emits(), List.of());
        if (known.isEmpty()) {
            report.add(
                    target.method().place(),
                    Problem.NO_CONTRACTS,
                    target.method().name(),
                    accepts,
                    target.emits());
        } else if (accepted.isEmpty()) {
            report.add(
                    target.emitsPlace(),
                    Problem.NOTHING_EMITS,
                    target.emits(),
                    join(known.keySet().stream().map(Object::toString).toList()));
        } else {
            report.add(
                    target.acceptsPlace(),
                    Problem.NOTHING_ACCEPTS,
                    accepts,
                    target.emits(),
                    join(accepted.stream().map(Listed::braced).toList()));
        }
    }

    private static String join(List<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }
}
