package dev.specula.texttoimage;

import dev.specula.token.AcceptsByRejection;
import dev.specula.token.Chain;
import dev.specula.token.DraftsByReusingWindow;
import dev.specula.token.FixedBudget;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * SJD++ (Teng et al. 2025, arXiv:2512.07503) as published: {@link Sjd} that reuses guesses which still look good. An
 * approximation: reused guesses no longer have the law they are divided by. The paper's threshold was not at hand; 0.5 is
 * that of a public implementation.
 */
@Documented
@DraftsByReusingWindow(reuseAbove = .5)
@Chain(tokens = 32)
@AcceptsByRejection
@FixedBudget
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface SjdPlusPlus {}
