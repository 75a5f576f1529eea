package dev.specula.speech;

/** Hears a transcript as it is written, on the thread that asks. */
@FunctionalInterface
public interface SegmentListener {
    /** Hears nothing and never stops. */
    SegmentListener NONE = segment -> true;

    /**
     * Takes the next segment as soon as its end is known.
     *
     * @return whether to go on; false stops the transcript within a round
     */
    boolean heard(Segment segment);
}
