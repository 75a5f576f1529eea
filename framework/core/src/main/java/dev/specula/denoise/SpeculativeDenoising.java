package dev.specula.denoise;

import dev.specula.token.FixedBudget;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Accelerated Diffusion Models via Speculative Sampling (De Bortoli, Galashov, Gretton, Doucet 2025, arXiv:2501.05370) without a
 * draft model: the frozen increment of the target drafts, reflection accepts. The law of the sampler; other numbers.
 *
 * <p>Pays with many small steps and states of moderate size: a state is kept with probability {@code 2 Phi(-d / 2)}, where d is
 * the distance of the two means over <em>all</em> its numbers in deviations of the step, so a sampler of 30 steps over a
 * hundred thousand numbers keeps nothing. Needs noise in the steps and a variance that is not learned.
 *
 * <p>Differs from the paper: the estimate of a window is prefetched by the call before, for one call a round and not two;
 * increments have the coefficients of their own steps. With a draft model of its own: {@link DraftsWithDenoiser}.
 */
@Documented
@DraftsByFrozenIncrement
@DenoisingWindow
@AcceptsByReflection
@FixedBudget
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface SpeculativeDenoising {}
