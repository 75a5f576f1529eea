/**
 * Words to words: the contract over language models, what stands between a conversation and the rounds of its answer, and the
 * pipelines of a published pair.
 */
@NullMarked
package dev.specula.language;

import org.jspecify.annotations.NullMarked;
