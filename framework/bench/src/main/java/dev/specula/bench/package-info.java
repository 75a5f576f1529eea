/** The command line of the bench: {@code verify}, {@code bench} and {@code accuracy} for the pipelines on the class path. */
@NullMarked
package dev.specula.bench;

import org.jspecify.annotations.NullMarked;
