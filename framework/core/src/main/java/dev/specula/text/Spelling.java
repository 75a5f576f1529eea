package dev.specula.text;

import dev.specula.model.Vocabulary;
import java.util.Arrays;

/**
 * Tokens and the text they spell, which grows and shrinks at its end. A token is decoded in the company of a few before it; one that
 * ends inside a character adds no text until the character is whole. Not thread-safe.
 */
final class Spelling {
    private static final char BROKEN = '\uFFFD';
    private static final int COMPANY = 8; // tokens; no character takes more

    private final Vocabulary vocabulary;
    private final StringBuilder text = new StringBuilder();
    private int[] tokens = new int[64];
    private int[] ends = new int[64]; // (count,) characters of the text up to and with each token
    private int count;

    Spelling(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Number of tokens. */
    int count() {
        return count;
    }

    /** The {@code i}-th token. */
    int token(int i) {
        return tokens[i];
    }

    /** Number of characters that the first {@code most} tokens spell. */
    int end(int most) {
        return most == 0 ? 0 : ends[most - 1];
    }

    /** What the tokens spell, characters that are not whole left out. */
    CharSequence text() {
        return text;
    }

    void add(int token) {
        if (count == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        int from = Math.max(0, count - COMPANY);
        String before = decoded(from, count);
        tokens[count] = token;
        String after = decoded(from, count + 1);
        if (after.length() > before.length()) {
            text.append(after, before.length(), after.length());
        }
        ends[count++] = text.length();
    }

    private String decoded(int from, int to) {
        String decoded = from == to ? "" : vocabulary.decode(Arrays.copyOfRange(tokens, from, to));
        int whole = decoded.length();
        while (whole > 0 && decoded.charAt(whole - 1) == BROKEN) {
            whole--;
        }
        return decoded.substring(0, whole);
    }

    /** Keeps the first {@code most} tokens. */
    void cut(int most) {
        if (most < count) {
            count = most;
            text.setLength(end(count));
        }
    }

    /** How many tokens, from the first on, spell no more than {@code characters} characters. */
    int within(int characters) {
        int tokensWithin = count;
        while (tokensWithin > 0 && ends[tokensWithin - 1] > characters) {
            tokensWithin--;
        }
        return tokensWithin;
    }

    /** How many characters, from the first on, it shares with {@code other}. */
    int shared(Spelling other) {
        int most = Math.min(text.length(), other.text.length());
        int shared = 0;
        while (shared < most && text.charAt(shared) == other.text.charAt(shared)) {
            shared++;
        }
        return shared;
    }
}
