/** The page of the sample: drawings as streams of events, and kind words for what cannot be drawn. */
@NullMarked
package dev.specula.samples.texttoimage.page;

import org.jspecify.annotations.NullMarked;
