/**
 * Pictures and sounds on their way into a model: pictures read within limits, upright, opaque, resized and scaled; sounds as
 * spectrograms. Nothing here knows a model.
 */
@NullMarked
package dev.specula.media;

import org.jspecify.annotations.NullMarked;
