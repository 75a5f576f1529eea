package dev.specula.texttoimage;

import dev.specula.token.AcceptsByRejection;
import dev.specula.token.Chain;
import dev.specula.token.DraftsByCoupledWindow;
import dev.specula.token.FixedBudget;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Speculative Coupled Decoding with maximal couplings, MC-SJD (arXiv:2510.24211): guesses that change as seldom as can be from
 * one pass to the next, judged by ratio. The law of the target, other tokens.
 */
@Documented
@DraftsByCoupledWindow
@Chain(tokens = 32)
@AcceptsByRejection
@FixedBudget
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface McSjd {}
