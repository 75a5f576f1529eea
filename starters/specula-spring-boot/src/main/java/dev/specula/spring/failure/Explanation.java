package dev.specula.spring.failure;

import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * What an analyser says of a failure.
 *
 * @param what the failure in one sentence
 * @param required what was needed
 * @param found what there was
 * @param toDo what helps
 */
record Explanation(String what, String required, String found, String toDo) {
    FailureAnalysis of(Throwable cause) {
        return new FailureAnalysis(
                "%s%n%n    Required:  %s%n    Found:     %s".formatted(what, required, found), toDo, cause);
    }
}
