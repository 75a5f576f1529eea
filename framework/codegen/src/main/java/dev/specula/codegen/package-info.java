/** Annotations turned into source: the processor that the compiler, or the Maven plugin, runs. */
@NullMarked
package dev.specula.codegen;

import org.jspecify.annotations.NullMarked;
