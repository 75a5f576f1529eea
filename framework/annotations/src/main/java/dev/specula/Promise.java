package dev.specula;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requires a guarantee of the pipelines of a target: choices that cannot keep it do not compile. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Promise {
    /** The weakest guarantee that is acceptable. */
    Guarantee value();
}
