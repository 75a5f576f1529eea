package dev.specula.spring.failure;

import dev.specula.spring.property.UnknownPropertiesException;
import dev.specula.spring.property.UnknownPropertiesException.Unknown;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains properties under {@code specula} that nothing reads. */
final class UnknownPropertiesFailureAnalyzer extends AbstractFailureAnalyzer<UnknownPropertiesException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnknownPropertiesException cause) {
        String description = cause.unknown().stream()
                .map(unknown -> "    %s  (%s)".formatted(unknown.name(), unknown.origin()))
                .collect(Collectors.joining(
                        "%n".formatted(), "Specula reads no property of these names:%n%n".formatted(), ""));
        String action = cause.unknown().stream()
                .map(UnknownPropertiesFailureAnalyzer::adviceFor)
                .collect(Collectors.joining("%n".formatted()));
        return new FailureAnalysis(description, action, cause);
    }

    private static String adviceFor(Unknown unknown) {
        return unknown.suggestion()
                .map(name -> "Did you mean \"%s\" instead of \"%s\"?".formatted(name, unknown.name()))
                .orElseGet(() -> "Remove \"%s\".".formatted(unknown.name()));
    }
}
