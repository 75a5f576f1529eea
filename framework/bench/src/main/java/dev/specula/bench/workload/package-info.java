/**
 * What pipelines are tried on. A modality, or a project of its own, brings prompts and, where answers can be checked, a measure
 * of their quality.
 */
@NullMarked
package dev.specula.bench.workload;

import org.jspecify.annotations.NullMarked;
