/** Reads annotated classes into the model. The only stage that looks elements and annotations up. */
@NullMarked
package dev.specula.codegen.reading;

import org.jspecify.annotations.NullMarked;
