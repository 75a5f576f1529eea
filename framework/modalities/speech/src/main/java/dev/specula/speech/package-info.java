/**
 * Speech to text: the contract that users call, the rules by which models in the manner of Whisper are decoded, and what turns
 * sound of any length into windows and back into one text.
 */
@NullMarked
package dev.specula.speech;

import org.jspecify.annotations.NullMarked;
