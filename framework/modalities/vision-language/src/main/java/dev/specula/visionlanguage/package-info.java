/**
 * Pictures to text: the contract that users call, what stands between a request and the rounds of its answer, and the pair of
 * models that works without any setting.
 */
@NullMarked
package dev.specula.visionlanguage;

import org.jspecify.annotations.NullMarked;
