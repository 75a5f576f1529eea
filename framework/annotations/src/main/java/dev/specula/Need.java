package dev.specula;

/** Something a choice asks of the models or of the other choices of its pipeline. */
public enum Need {
    /** A bean annotated {@link DraftModel} for the same target. */
    DRAFT_MODEL,
    /** Draft tokens drawn at random from known laws: what a ratio rule divides by. */
    SAMPLED_DRAFT,
    /** A draft without side branches: neither shape nor source has the need {@link #TREE_PASS}. */
    CHAIN,
    /** A target that can compute several branches in one pass. A shape or source that has this need may give trees. */
    TREE_PASS,
    /**
     * Guesses that were drawn for one round alone, by chance that decided nothing before: what a rule needs that judges a token
     * by those after it. A source has to offer it.
     */
    FRESH_DRAFT,
    /** How likely each drafted node is to be kept: what a schedule needs that leaves it to the source how much is worth its rows. A source has to offer it. */
    CHANCES,
    /** The target model itself, of which an acceptance rule reads more than laws: its codebook, or a table stored with it. */
    TARGET_MODEL
}
