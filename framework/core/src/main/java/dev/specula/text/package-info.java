/**
 * Tokens turned into text while an answer is said. What every modality shares that answers in words.
 */
@NullMarked
package dev.specula.text;

import org.jspecify.annotations.NullMarked;
