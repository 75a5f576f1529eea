package dev.specula.denoise;

/**
 * What a round makes of a draft: the drafted states that are kept, and one state more, which either is the first refused state
 * moved to where the target may have put it, or, after a draft kept whole, the target's own next state.
 *
 * @param kept drafted states that are kept
 * @param moved whether the state after them is a refused one that was moved
 */
public record Landing(int kept, boolean moved) {
    /** Steps that the round takes. */
    public int steps() {
        return kept + 1;
    }
}
