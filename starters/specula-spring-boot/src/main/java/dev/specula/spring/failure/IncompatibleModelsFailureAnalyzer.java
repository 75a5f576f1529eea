package dev.specula.spring.failure;

import dev.specula.model.IncompatibleModelsException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a draft and a target that do not fit each other, the first differing token named. */
final class IncompatibleModelsFailureAnalyzer extends AbstractFailureAnalyzer<IncompatibleModelsException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IncompatibleModelsException cause) {
        BeanCreationException creation = findCause(rootFailure, BeanCreationException.class);
        String pipeline = creation == null || creation.getBeanName() == null
                ? "a pipeline"
                : "the pipeline \"" + creation.getBeanName() + "\"";
        return new Explanation(
                        "The models of " + pipeline + " do not fit each other.",
                        "models that can work together: the same tokens, and what the pipeline needs of each",
                        String.valueOf(cause.getMessage()),
                        "Change the property \"target\" or \"draft\" of the pipeline. Without a draft model, leave \"draft\""
                                + " out: a target of your own is then drafted by lookup, which fits any model.")
                .of(cause);
    }
}
