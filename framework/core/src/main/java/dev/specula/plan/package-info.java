/**
 * What a generated pipeline was planned to do, and the little that tools and modalities share about it. The types between a
 * modality's base class and the source that the generator writes.
 */
@NullMarked
package dev.specula.plan;

import org.jspecify.annotations.NullMarked;
