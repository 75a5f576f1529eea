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

/**
 * Speculative Coupled Decoding whose shared noise is that of the answer, judged by equality (arXiv:2510.24211): the very tokens
 * of the target alone. What is inferred for a model of pictures, in windows of fixed length.
 */
@Documented
@DraftsByJacobi
@Chain(tokens = 32)
@AcceptsMatching
@FixedBudget
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface ScdMatched {}
