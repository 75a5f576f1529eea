package dev.specula.speech;

import java.time.Duration;
import java.util.List;

/**
 * A piece of speech: as a rule a sentence or a clause.
 *
 * @param start when it begins, from the beginning of the sound
 * @param end when it ends
 * @param text what is said, without spaces around it
 * @param pieces the text token by token; they add up to it but for spaces around it
 */
public record Segment(Duration start, Duration end, String text, List<Piece> pieces) {
    /** Copies the list. */
    public Segment {
        pieces = List.copyOf(pieces);
    }
}
