/** Finds what is wrong with a model, all of it at once, and says the way out. Knows nothing of how source is written. */
@NullMarked
package dev.specula.codegen.validation;

import org.jspecify.annotations.NullMarked;
