/** The page of the sample: pictures, answers as streams of events, and kind words for what cannot be answered. */
@NullMarked
package dev.specula.samples.imagetotext.page;

import org.jspecify.annotations.NullMarked;
