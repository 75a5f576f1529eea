/**
 * What is said about scenes: captions, questions and their answers, and the checker that reads facts back out of any of
 * them. Wording varies with the request, structure does not, so that a model can be exactly right.
 */
@NullMarked
package dev.specula.blocks.text;

import org.jspecify.annotations.NullMarked;
