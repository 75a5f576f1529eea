/**
 * Pictures on their way into a model: read within limits, upright, opaque, resized and scaled. Nothing here knows a model.
 */
@NullMarked
package dev.specula.media;

import org.jspecify.annotations.NullMarked;
