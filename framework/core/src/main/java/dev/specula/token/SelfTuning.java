package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Need;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Drafts as much as pays on the measured times and acceptance, or nothing: the default for chains of models. */
@Documented
@Choice(axis = Axis.SCHEDULE, implementation = SelfTuningSchedule.class, needs = Need.CHAIN)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface SelfTuning {}
