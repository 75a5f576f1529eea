package dev.specula.denoise;

import dev.specula.token.FixedBudget;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Autospeculative decoding (Hu, Das, Sadigh, Anari 2025, arXiv:2505.03983): the increments of an ancestral sampler are
 * exchangeable in the time of stochastic localisation, so the clean estimate at hand drafts all steps of a window, and
 * reflection accepts. No draft model, nothing trained; the law of the sampler, other numbers. Expected calls grow with the
 * number of steps K as about {@code K^(2/3)}.
 *
 * <p>Exact for every sampler with noise; the argument for the draft being good is about the posterior variance ({@link
 * Steps#ddpm}).
 *
 * <p>Differs from the paper: the estimate of a window is prefetched by the call before, for one call a round and not two
 * ({@link Freshness#RECOMPUTED} is the paper's way); a draft kept whole is followed by a step of the target that needs no
 * judging. Its theta is {@code states + 1}.
 */
@Documented
@DraftsByFrozenEstimate
@DenoisingWindow
@AcceptsByReflection
@FixedBudget
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Autospeculation {}
