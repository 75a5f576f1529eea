package dev.specula.denoise;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Guarantee;
import dev.specula.Longest;
import dev.specula.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Forecasts what the blocks of the target add instead of computing it, where a check of the last block finds the forecast near:
 * an approximation. Attributes as in {@link FeatureForecast}; the defaults are those that SpeCa's code has for a class-conditional
 * transformer and 50 steps.
 */
@Documented
@Choice(axis = Axis.SOURCE, implementation = FeatureForecast.class, guarantee = Guarantee.RELAXED)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface ForecastsFeatures {
    /** Order of the forecast; 0 takes the last features again. */
    @Range(min = 0, max = 8)
    int order() default 4;

    /** Steps at the start that are computed in full. */
    @Range(min = 1)
    int warmUp() default 3;

    /** Which forecast after a full step is the first to be checked. */
    @Range(min = 1)
    int firstChecked() default 2;

    /** Most forecasts in a row. */
    @Longest
    @Range(min = 1)
    int longest() default 5;

    /** Relative error that a forecast may have at the start. */
    @Range(min = 0)
    double tolerance() default 0.1;

    /** Factor of the tolerance over the whole run. */
    @Range(min = 1e-6, max = 1)
    double decay() default 0.01;

    /** Least tolerance. */
    @Range(min = 0)
    double floor() default 0.01;

    /** What follows a forecast that is refused. */
    Fallback fallback() default Fallback.NEXT_STEP;

    /** How features are continued. */
    Extrapolation extrapolation() default Extrapolation.TAYLOR;
}
