/** What decoding tells of itself: counts and times of rounds and runs, in the field's own words. */
@NullMarked
package dev.specula.report;

import org.jspecify.annotations.NullMarked;
