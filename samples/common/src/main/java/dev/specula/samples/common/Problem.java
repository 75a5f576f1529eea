package dev.specula.samples.common;

/**
 * What went wrong.
 *
 * @param message what was required, found and what helps
 */
record Problem(String message) {}
