package dev.specula.texttoimage;

import dev.specula.token.Chain;
import dev.specula.token.DraftsByRedrawnWindow;
import dev.specula.token.FixedBudget;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Grouped Speculative Decoding (arXiv:2508.07747): {@link Sjd} that judges a code together with interchangeable ones. An
 * approximation, whose pictures have to be looked at.
 */
@Documented
@DraftsByRedrawnWindow
@Chain(tokens = 32)
@AcceptsByGroup
@FixedBudget
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Gsd {}
