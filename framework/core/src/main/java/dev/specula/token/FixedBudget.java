package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Drafts as much as the shape allows in each round: the default for trees. */
@Documented
@Choice(axis = Axis.SCHEDULE, implementation = FixedSchedule.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface FixedBudget {}
