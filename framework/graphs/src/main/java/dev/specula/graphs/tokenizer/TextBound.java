package dev.specula.graphs.tokenizer;

import dev.specula.graphs.tokenizer.RegexNode.Tries;

/**
 * How long a text a tokenizer may be given. Its library ends the process where a regular expression is tried more than ten million
 * times from one place of a text, and where memory is short; so many tries, and so long a text, must be out of reach.
 */
final class TextBound {
    private static final int LONGEST = 2_000_000;
    private static final int SHORTEST = 100_000;
    private static final int WIDEST = 16_000_000; // what the longest may grow to
    private static final int TRIES = 10_000_000;
    private static final int MOST_PATTERN = 10_000; // characters

    private double growth = 1;
    private int characters = LONGEST;

    /** Characters of the longest text. */
    int characters() {
        return characters;
    }

    /**
     * Each character becomes as many as {@code most} before what follows sees it.
     *
     * @throws IllegalArgumentException if that is too many
     */
    void grow(double most) {
        growth *= most;
        lower(WIDEST / growth, "makes a text longer than " + SHORTEST + " characters too long");
    }

    /**
     * What follows looks for {@code pattern}.
     *
     * @throws IllegalArgumentException if it has parts that are not known, or may be tried too often
     */
    void search(String pattern) {
        if (pattern.length() > MOST_PATTERN) {
            throw new IllegalArgumentException("is longer than " + MOST_PATTERN + " characters");
        }
        RegexNode node = RegexParser.parse(pattern);
        double tries = tries(node, characters);
        if (tries > TRIES) {
            double fewer = .99 * characters * (TRIES / tries); // what does not grow with the text is less than that
            lower(
                    tries(node, fewer) > TRIES ? 0 : fewer,
                    "may be tried far more often than a text has characters, since one text can be taken in many ways");
        }
    }

    private double tries(RegexNode node, double length) {
        return node.before(Tries.END, (int) Math.min(Integer.MAX_VALUE, Math.ceil(length * growth)))
                .most();
    }

    private void lower(double most, String reason) {
        if (most < SHORTEST) {
            throw new IllegalArgumentException(reason);
        }
        characters = (int) Math.min(characters, most);
    }
}
