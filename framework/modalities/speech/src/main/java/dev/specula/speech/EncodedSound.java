package dev.specula.speech;

import java.nio.FloatBuffer;

/**
 * A window of sound as the target hears it.
 *
 * @param spectrogram {@code (bins, frames)}
 * @param rows what its encoder makes of that, {@code (rows, width)}
 */
record EncodedSound(FloatBuffer spectrogram, FloatBuffer rows) {}
