package dev.specula.texttoimage;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Guarantee;
import dev.specula.Modality;
import dev.specula.Need;
import dev.specula.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a drawn code by what target and draft give to interchangeable codes around it: an approximation. See {@link
 * GroupRejection}.
 */
@Documented
@Choice(
        axis = Axis.ACCEPTANCE,
        implementation = GroupRejection.class,
        guarantee = Guarantee.RELAXED,
        needs = {Need.SAMPLED_DRAFT, Need.CHAIN, Need.TARGET_MODEL},
        emits = Modality.IMAGE)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AcceptsByGroup {
    /** Codes on either side in the target's ranking. */
    @Range(min = 0, max = 1000)
    int ranks() default 7;

    /** Greatest difference of probability, excluded. */
    @Range(min = 0, max = 1)
    double within() default .15;

    /** Greatest squared distance of rows of the codebook, excluded. */
    @Range(min = 0)
    double radius() default .5;
}
