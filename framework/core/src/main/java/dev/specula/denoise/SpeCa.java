package dev.specula.denoise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * SpeCa (Liu et al. 2025, arXiv:2509.11628): features of all blocks are forecast a few steps ahead, the last block alone checks
 * them, a full pass follows where they are too far off. Relaxed: it approximates the sampler, and quality has to be measured.
 *
 * <p>Differs from the paper: the sampler is one of {@link Steps}, not DDIM alone; time in the forecast counts steps.
 */
@Documented
@ForecastsFeatures
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface SpeCa {}
