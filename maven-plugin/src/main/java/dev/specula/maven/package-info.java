/**
 * The goals of the Maven plugin. A Mojo is parameters and one call; what it calls runs the compiler in this process, on the
 * annotated files alone.
 */
@NullMarked
package dev.specula.maven;

import org.jspecify.annotations.NullMarked;
