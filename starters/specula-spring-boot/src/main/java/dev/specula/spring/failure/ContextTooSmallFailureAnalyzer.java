package dev.specula.spring.failure;

import dev.specula.spring.ContextTooSmallException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a context that does not hold the answers that the properties ask for. */
final class ContextTooSmallFailureAnalyzer extends AbstractFailureAnalyzer<ContextTooSmallException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ContextTooSmallException cause) {
        return new Explanation(
                        "The context of the model \"" + cause.model() + "\" of the pipeline \"" + cause.pipeline()
                                + "\" is too small.",
                        "more than " + cause.maxNewTokens() + " tokens: a prompt and max-new-tokens="
                                + cause.maxNewTokens(),
                        cause.contextTokens() + " tokens",
                        "Lower the property \"defaults.max-new-tokens\" of the pipeline below " + cause.contextTokens()
                                + ", or use a model with a larger context.")
                .of(cause);
    }
}
