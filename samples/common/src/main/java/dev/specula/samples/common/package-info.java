/**
 * What the samples with a page have in common: how they start, how answers become streams of events, and kind words for what
 * cannot be answered. The looks of the pages are beside it, in {@code static}.
 */
@NullMarked
package dev.specula.samples.common;

import org.jspecify.annotations.NullMarked;
