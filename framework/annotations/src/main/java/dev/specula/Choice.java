package dev.specula;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation as one choice on one {@link Axis}. The attributes of the annotation, in declaration order, are the
 * arguments of the implementation's constructor, so a choice of one's own is an annotation and a class:
 *
 * <pre>{@code
 * @Choice(axis = Axis.SHAPE, implementation = ZigZag.class)
 * @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
 * public @interface ZigZagTree { @Longest @Range(min = 1, max = 64) int nodes() default 8; }
 *
 * public final class ZigZag implements Growth { public ZigZag(int nodes) { ... } ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Choice {
    /** The question that is answered. */
    Axis axis();

    /**
     * The class that carries the choice out; its public constructor takes the annotation's attributes in order. Before them, a
     * schedule takes the longest draft (an int), an acceptance rule that needs the {@link Need#TARGET_MODEL} takes that model,
     * and a source that needs a draft model takes that model's sequence and the growth that is the shape; such a source closes
     * the sequence with itself.
     */
    Class<?> implementation();

    /** What the choice leaves of the target's own answer. */
    Guarantee guarantee() default Guarantee.SAME_TOKENS;

    /** What models or other choices have to offer for this choice to work. */
    Need[] needs() default {};

    /** What the choice has to offer to others that need it. */
    Need[] offers() default {};

    /** What answers the choice is for; all where none is named. */
    Modality[] emits() default {};
}
