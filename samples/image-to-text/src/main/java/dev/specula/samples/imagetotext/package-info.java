/**
 * A sample: captions pictures on the command line, and serves a page that shows where each word of an answer came from.
 * Everything about models and speculation comes from the starter.
 */
@NullMarked
package dev.specula.samples.imagetotext;

import org.jspecify.annotations.NullMarked;
