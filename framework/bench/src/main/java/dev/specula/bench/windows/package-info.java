/** What drafts of several fixed lengths are worth to each pipeline: tokens a pass, tokens that differ, times. */
@NullMarked
package dev.specula.bench.windows;

import org.jspecify.annotations.NullMarked;
