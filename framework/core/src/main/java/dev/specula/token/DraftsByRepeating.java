package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Drafts the nearest token before, again and again: for pictures with even areas. No draft model. */
@Documented
@Choice(axis = Axis.SOURCE, implementation = Repeating.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface DraftsByRepeating {}
