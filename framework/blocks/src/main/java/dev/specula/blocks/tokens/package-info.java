/**
 * The tokenizer of the blocks world: byte-level BPE of at most 512 tokens, counted on generated text and written in the
 * format of Hugging Face's {@code tokenizer.json}. This package needs no native library; it is tested against one.
 */
@NullMarked
package dev.specula.blocks.tokens;

import org.jspecify.annotations.NullMarked;
