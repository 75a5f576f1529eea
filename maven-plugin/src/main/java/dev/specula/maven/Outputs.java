package dev.specula.maven;

import java.nio.file.Path;

/**
 * Where the generator writes.
 *
 * @param sources folder of the generated sources
 * @param resources folder of the descriptions
 * @param classes folder that the build copies them to
 * @param fingerprint file that remembers the last run
 */
record Outputs(Path sources, Path resources, Path classes, Path fingerprint) {}
