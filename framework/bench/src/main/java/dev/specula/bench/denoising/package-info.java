/** Measures denoising pipelines against the plain sampler: calls, times, the law where it is kept, the quality where it is not. */
@NullMarked
package dev.specula.bench.denoising;

import org.jspecify.annotations.NullMarked;
