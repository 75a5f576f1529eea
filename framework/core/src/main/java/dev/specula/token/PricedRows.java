package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Need;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets the source draft what is worth its rows on the measured times: the default for sources that know their chances, such as lookup. */
@Documented
@Choice(axis = Axis.SCHEDULE, implementation = PricedSchedule.class, needs = Need.CHANCES)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface PricedRows {}
