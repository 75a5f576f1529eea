package dev.specula;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a bean method as the small model that proposes tokens to a {@link TargetModel} of the same class. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DraftModel {
    /** What the model reads; a subset of what its target reads. */
    Modality[] accepts();

    /** What the model writes; what its target writes. */
    Modality emits() default Modality.TEXT;

    /** Where its weights are, as in {@link TargetModel#location()}. */
    String location() default "";

    /** Name of the target's bean method; needed only where a class declares several targets. */
    String target() default "";
}
