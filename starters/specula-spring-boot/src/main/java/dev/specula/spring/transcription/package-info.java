/** Spring AI's transcription model over the pipelines that write down speech. */
@NullMarked
package dev.specula.spring.transcription;

import org.jspecify.annotations.NullMarked;
