package dev.specula.codegen.standin;

import dev.specula.token.Sampling;

/** What is asked of a stand-in pipeline. */
public record Request(int start, int columns, Sampling sampling, boolean isDrafted) {}
