/**
 * Failures of a start, told as what was required, what was found and what to do. One analyser for each kind of failure,
 * found by Spring Boot through {@code spring.factories}.
 */
@NullMarked
package dev.specula.spring.failure;

import org.jspecify.annotations.NullMarked;
