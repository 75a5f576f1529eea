package dev.specula.speech;

import dev.specula.token.Grammar;
import dev.specula.token.LogitRow;

/**
 * What a model in the manner of Whisper may say next, as its authors decode it (Radford et al. 2022, arXiv:2212.04356,
 * section 4.5, and the code beside it). Two lists of tokens are never said, or never said first. With timestamps
 *
 * <ul>
 *   <li>an answer begins with one, of its first second;
 *   <li>they come in pairs, the end of one segment and the start of the next; only the answer's first and last stand alone;
 *   <li>none is before one that was said, and only the second of a pair may be equal;
 *   <li>where all timestamps together are likelier than the likeliest other token, nothing else is left.
 * </ul>
 *
 * <p>A state is what the last two tokens were and the last timestamp, so each node of a draft is asked at its own history.
 */
final class SpeechGrammar implements Grammar {
    /** Nothing was said yet. */
    private static final int BEGIN = 0;

    /** The last token was no timestamp. */
    private static final int WORDS = 1;

    /** The last token was a timestamp after words: the end of a segment. */
    private static final int ENDED = 2;

    /** The last token was the second of a pair of timestamps, or the first of all: the start of a segment. */
    private static final int STARTED = 3;

    private static final int KINDS = 4; // a state is kind + KINDS * (last timestamp + 1)

    private final SpeechTokens tokens;
    private final Timestamps timestamps;
    private final int[] neverSaid;
    private final int[] neverFirst;

    SpeechGrammar(SpeechTokens tokens, Timestamps timestamps) {
        this.tokens = tokens;
        this.timestamps = timestamps;
        this.neverSaid = tokens.neverSaid();
        this.neverFirst = tokens.neverFirst();
    }

    @Override
    public int start() {
        return BEGIN;
    }

    @Override
    public int after(int state, int[] column) {
        int token = column[0];
        if (!tokens.isTimestamp(token)) {
            return WORDS + state / KINDS * KINDS;
        }
        int kind = state % KINDS == WORDS ? ENDED : STARTED;
        return kind + KINDS * (token - tokens.firstTimestamp() + 1);
    }

    @Override
    public void restrict(int state, int lane, LogitRow row) {
        if (state == BEGIN) {
            without(neverFirst, row);
        }
        without(neverSaid, row);
        if (timestamps == Timestamps.SEGMENTS) {
            restrictTimestamps(state, row);
        }
    }

    private void restrictTimestamps(int state, LogitRow row) {
        int first = tokens.firstTimestamp();
        int size = tokens.size();
        row.without(tokens.withoutTimestamps(), first);
        switch (state % KINDS) {
            case BEGIN -> row.only(first, tokens.lastStart() + 1);
            case STARTED -> row.without(first, size);
            case ENDED -> {
                row.without(0, tokens.end());
                row.without(first, first + state / KINDS - 1);
            }
            default -> row.without(first, Math.min(first + state / KINDS, size)); // after words: strictly later
        }
        if (row.outweigh(first, size, row.highest(0, first))) {
            row.without(0, first);
        }
    }

    private static void without(int[] suppressed, LogitRow row) {
        for (int token : suppressed) {
            row.without(token, token + 1);
        }
    }
}
