package dev.specula.texttoimage;

import dev.specula.token.AcceptsByRejection;
import dev.specula.token.Chain;
import dev.specula.token.DraftsByCoupledWindow;
import dev.specula.token.FixedBudget;
import dev.specula.token.GuessCoupling;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Speculative Coupled Decoding with shared Gumbel noise (arXiv:2510.24211): one race for each position, judged by ratio with
 * coins of its own. The law of the target, other tokens.
 */
@Documented
@DraftsByCoupledWindow(coupling = GuessCoupling.SHARED_RACE)
@Chain(tokens = 32)
@AcceptsByRejection
@FixedBudget
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Scd {}
