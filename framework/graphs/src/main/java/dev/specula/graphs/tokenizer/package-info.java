/**
 * Files of tokenizers: their parts, and what keeps them and the texts they are given within what the native library can take. Knows no
 * model and no checkpoint.
 */
@NullMarked
package dev.specula.graphs.tokenizer;

import org.jspecify.annotations.NullMarked;
