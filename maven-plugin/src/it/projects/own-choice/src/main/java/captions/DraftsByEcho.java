package captions;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Range;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Proposes the last token again and again. */
@Choice(axis = Axis.SOURCE, implementation = Echo.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@interface DraftsByEcho {
    /** How often. */
    @Range(min = 1)
    int tokens() default 4;
}
