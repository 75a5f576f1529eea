/**
 * Writes the source of pipelines. The Java to be produced stands above the code that produces it; arithmetic stays in the
 * library.
 */
@NullMarked
package dev.specula.codegen.writing;

import org.jspecify.annotations.NullMarked;
