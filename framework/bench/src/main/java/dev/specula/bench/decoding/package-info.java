/**
 * The three ways to say an answer that benchmarks compare, plain, reference and speculative, with their times; and the bare
 * passes of an engine that bound what speculation can reach.
 */
@NullMarked
package dev.specula.bench.decoding;

import org.jspecify.annotations.NullMarked;
