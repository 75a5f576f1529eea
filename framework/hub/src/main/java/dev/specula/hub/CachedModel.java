package dev.specula.hub;

import java.nio.file.Path;

/**
 * A model in the cache.
 *
 * @param repository owner and name
 * @param commit hexadecimal
 * @param directory its files
 * @param files number of them
 * @param bytes of all files together
 */
public record CachedModel(String repository, String commit, Path directory, int files, long bytes) {}
