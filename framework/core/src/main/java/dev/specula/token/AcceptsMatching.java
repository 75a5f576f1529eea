package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Keeps what the target itself says with the same noise: the default. Same tokens as the target alone. */
@Documented
@Choice(axis = Axis.ACCEPTANCE, implementation = Match.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AcceptsMatching {}
