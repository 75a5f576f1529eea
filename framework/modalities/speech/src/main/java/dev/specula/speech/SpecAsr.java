package dev.specula.speech;

import dev.specula.token.ConfidentChain;
import dev.specula.token.DraftsByRecycling;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * SpecASR (arXiv:2507.18181): a long draft that ends where the draft model is not sure, and what stood behind a wrong word used
 * again, since the sound pins the words after it down. No training. The same tokens as the target alone.
 *
 * <p>The paper was not at hand but for its abstract and notes on it: how drafts are aligned and where the draft model counts as
 * unsure (0.4) are ours. The two branches of the paper's tree are one chain here, and its second pass over uncertain places is not
 * built.
 */
@Documented
@DraftsByRecycling
@ConfidentChain(tokens = 24, confidence = 0.4)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface SpecAsr {}
