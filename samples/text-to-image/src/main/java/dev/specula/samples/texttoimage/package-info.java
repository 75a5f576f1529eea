/**
 * A sample: draws captions into files on the command line, and serves a page where pictures grow row by row, with drafts and
 * without. Everything about models and speculation comes from the starter.
 */
@NullMarked
package dev.specula.samples.texttoimage;

import org.jspecify.annotations.NullMarked;
