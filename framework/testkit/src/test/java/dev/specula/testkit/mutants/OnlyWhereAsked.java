package dev.specula.testkit.mutants;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Skips the contract of a mutant unless a test asks for it: run by itself it would fail, as it should. */
final class OnlyWhereAsked implements ExecutionCondition {
    private static final String ASKED = "specula.mutants";

    /** What becomes of the tests in {@code contract}. */
    static Events run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(ASKED, "asked")
                .selectors(DiscoverySelectors.selectClass(contract))
                .execute()
                .testEvents();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getConfigurationParameter(ASKED).isPresent()
                ? ConditionEvaluationResult.enabled("a test asks for the mutant")
                : ConditionEvaluationResult.disabled("a mutant fails on purpose; run the tests around it");
    }
}
