package dev.specula.blocks.text;

import dev.specula.blocks.scene.Region;
import java.util.Optional;

/** Where one block lies, seen from another. */
enum Direction {
    LEFT("to the left of"),
    RIGHT("to the right of"),
    ABOVE("above"),
    BELOW("below");

    private final String words;

    Direction(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The direction on this one's axis in which {@code first} lies from {@code second}; empty when it is neither. */
    Optional<Direction> between(Region first, Region second) {
        boolean sideways = this == LEFT || this == RIGHT;
        int step = sideways
                ? Integer.compare(first.column(), second.column())
                : Integer.compare(first.row(), second.row());
        if (step == 0) {
            return Optional.empty();
        }
        if (sideways) {
            return Optional.of(step < 0 ? LEFT : RIGHT);
        }
        return Optional.of(step < 0 ? ABOVE : BELOW);
    }
}
