package dev.specula.texttoimage;

/** Sees a picture grow, on the thread that asks. */
@FunctionalInterface
public interface RowListener {
    /** Sees nothing and never stops. */
    RowListener NONE = growing -> true;

    /**
     * Takes the picture after another row of tokens, or after several that one round has drawn.
     *
     * @return whether to go on; false stops the drawing within a round
     */
    boolean drawn(GrowingPicture growing);
}
