package dev.specula.texttoimage;

import dev.specula.model.CausalModel;

/** The pipelines of {@link BlocksModels} for any other model, known only at run time. The caller owns the model. */
public final class DefaultPipelines {
    /** Most codes guessed in a round where nobody says. */
    public static final int LONGEST = PainterPipeline.PLAN.longest();

    /** Most codes guessed in a round by {@link #scd} and {@link #gsd} where nobody says: what their papers take. */
    public static final int LONGEST_OF_PAPERS = PainterScdPipeline.PLAN.longest();

    private DefaultPipelines() {}

    /**
     * Guesses at most {@code longest} codes at a time and only as many as pay; the pixels are those of {@code target} alone.
     *
     * @throws dev.specula.model.IncompatibleModelsException if the target does not fit the contract
     */
    public static TextToImage matched(CausalModel target, int longest) {
        return new PainterPipeline(target, longest);
    }

    /**
     * As {@link Scd} says, at most {@code longest} codes at a time: pictures as likely as those of {@code target} alone, but others.
     *
     * @throws dev.specula.model.IncompatibleModelsException if the target does not fit the contract
     */
    public static TextToImage scd(CausalModel target, int longest) {
        return new PainterScdPipeline(target, longest);
    }

    /**
     * As {@link Gsd} says, at most {@code longest} codes at a time: an approximation.
     *
     * @throws dev.specula.model.IncompatibleModelsException if the target does not fit the contract
     */
    public static TextToImage gsd(CausalModel target, int longest) {
        return new PainterGsdPipeline(target, longest);
    }
}
