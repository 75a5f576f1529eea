package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Drafts what the target itself said for the same positions in its last pass, with the answer's own noise: no draft model, for
 * {@link AcceptsMatching}. What is inferred for pictures of tokens.
 */
@Documented
@Choice(axis = Axis.SOURCE, implementation = JacobiWindow.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface DraftsByJacobi {
    /** What is proposed for a position that no pass has spoken of. */
    WindowStart start() default WindowStart.TOKEN_BEFORE;

    /**
     * A guess is reused where its probability exceeds this many times the one it was drawn with; all are drawn anew where
     * nothing is said.
     */
    @Range(min = 0)
    double reuseAbove() default Double.POSITIVE_INFINITY;
}
