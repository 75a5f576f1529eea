package dev.specula.texttoimage;

import dev.specula.token.AcceptsByRejection;
import dev.specula.token.Chain;
import dev.specula.token.DraftsByRedrawnWindow;
import dev.specula.token.FixedBudget;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Speculative Jacobi Decoding (Teng et al. 2024, arXiv:2410.01699): 15 guesses drawn from the laws of the last pass, judged by
 * ratio. The law of the target, other tokens. No training, no draft model.
 */
@Documented
@DraftsByRedrawnWindow
@Chain(tokens = 15)
@AcceptsByRejection
@FixedBudget
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Sjd {}
