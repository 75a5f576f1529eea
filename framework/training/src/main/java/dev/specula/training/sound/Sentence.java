package dev.specula.training.sound;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Words with their times.
 *
 * @param words in order
 * @param whole whether it ends within the window
 */
record Sentence(List<Spoken.Part> words, boolean whole) {

    private static final double ROOM = 0.04; // seconds that must follow the last word to be sure of it

    Sentence(List<Spoken.Part> words) {
        this(words, true);
    }

    /** What is said of it before {@code end} seconds. */
    Sentence until(double end) {
        List<Spoken.Part> heard =
                words.stream().filter(word -> word.end() + ROOM <= end).toList();
        return new Sentence(heard, heard.size() == words.size());
    }

    /** Its words, with a full stop if it is whole. */
    String text() {
        return words.stream().map(Spoken.Part::text).collect(Collectors.joining(" ")) + (whole ? "." : "");
    }

    double end() {
        return words.get(words.size() - 1).end();
    }
}
