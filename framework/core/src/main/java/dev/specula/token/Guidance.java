package dev.specula.token;

/**
 * How much an answer is guided by its condition, and which tokens guidance may make likely. Part of the law that a request asks
 * for: who drafts, judges, samples or decodes alone meets the same one.
 *
 * <p>Guidance exaggerates ratios: a token that hardly ever follows with the condition, and even more rarely without, can come out
 * on top. {@code plausibility} keeps it among the tokens that the conditional law itself holds possible (the adaptive
 * plausibility constraint of contrastive decoding, Li et al. 2022, arXiv:2210.15097; there between two models).
 *
 * @param scale at least 0: 1 is the model's own law, more follows the condition more closely
 * @param plausibility only tokens at least this share as probable, with the condition and at temperature 1, as the most probable
 *     one that the grammar leaves; 0 to 1, 0 meaning all tokens. Counts where there is guidance
 */
public record Guidance(double scale, double plausibility) {
    /** The model's own law. */
    public static final Guidance NONE = of(1);

    /** Checks both. */
    public Guidance {
        if (!(scale >= 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("guidance must be at least 0, 1 meaning none, but was " + scale + ".");
        }
        if (!(plausibility >= 0 && plausibility <= 1)) {
            throw new IllegalArgumentException(
                    "plausibility must be between 0, meaning any token, and 1, but was " + plausibility + ".");
        }
    }

    /** Guidance with the scale {@code scale} over all tokens. */
    public static Guidance of(double scale) {
        return new Guidance(scale, 0);
    }

    /** The same tokens, guided with the scale {@code wanted}. */
    public Guidance withScale(double wanted) {
        return new Guidance(wanted, plausibility);
    }

    /** The same scale over the tokens that are {@code wanted} times as probable as the most probable one. */
    public Guidance withPlausibility(double wanted) {
        return new Guidance(scale, wanted);
    }

    /** Whether this is the model's own law, for which one run is enough. */
    public boolean isNone() {
        return scale == 1;
    }
}
