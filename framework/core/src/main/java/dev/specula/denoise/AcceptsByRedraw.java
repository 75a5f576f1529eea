package dev.specula.denoise;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Guarantee;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Keeps a drafted state as often as the law allows and draws its residual otherwise: the law of the target, other numbers. */
@Documented
@Choice(axis = Axis.ACCEPTANCE, implementation = Redraw.class, guarantee = Guarantee.SAME_LAW)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AcceptsByRedraw {}
