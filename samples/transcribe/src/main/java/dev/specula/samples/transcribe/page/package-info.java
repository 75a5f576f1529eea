/** The page of the sample: sounds, transcripts as streams of events, and kind words for what cannot be written down. */
@NullMarked
package dev.specula.samples.transcribe.page;

import org.jspecify.annotations.NullMarked;
