package dev.specula.maven;

import java.nio.file.Path;

/** What a run says. */
interface Console {
    /** What was done. */
    void info(String message);

    /** A problem in {@code file}; line and column count from 1. */
    void problem(Path file, int line, int column, String message);

    /** Problems of {@code file} were looked for anew. */
    void forget(Path file);

    /** Files below {@code folder} have changed. */
    void changed(Path folder);
}
