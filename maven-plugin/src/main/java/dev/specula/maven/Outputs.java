package dev.specula.maven;

import java.nio.file.Path;

/**
 * Where the generator writes.
 *
 * @param sources folder of the generated sources
 * @param resources folder of the descriptions
 * @param fingerprint file that remembers the last run
 */
record Outputs(Path sources, Path resources, Path fingerprint) {}
