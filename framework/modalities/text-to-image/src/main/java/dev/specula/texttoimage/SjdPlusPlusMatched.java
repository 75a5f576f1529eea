package dev.specula.texttoimage;

import dev.specula.token.AcceptsMatching;
import dev.specula.token.Chain;
import dev.specula.token.DraftsByJacobi;
import dev.specula.token.FixedBudget;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The reuse of SJD++ (arXiv:2512.07503) under match: the very tokens of the target alone, whatever is reused. */
@Documented
@DraftsByJacobi(reuseAbove = .5)
@Chain(tokens = 32)
@AcceptsMatching
@FixedBudget
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface SjdPlusPlusMatched {}
