/**
 * A sample: writes down speech on the command line, and serves a page that shows where each word came from. Everything about
 * models and speculation comes from the starter.
 */
@NullMarked
package dev.specula.samples.transcribe;

import org.jspecify.annotations.NullMarked;
