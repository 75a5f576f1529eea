/** Results of benchmarks as data, as JSON and as a page with plots. */
@NullMarked
package dev.specula.bench.report;

import org.jspecify.annotations.NullMarked;
