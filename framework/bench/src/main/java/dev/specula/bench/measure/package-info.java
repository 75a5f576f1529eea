/**
 * How much faster a pipeline is, what it could reach at best, and where the rest goes. All ways of decoding are measured in
 * turn in one process on the same prompts.
 */
@NullMarked
package dev.specula.bench.measure;

import org.jspecify.annotations.NullMarked;
