package dev.specula.token;

import java.util.Arrays;

/**
 * What a model says after its most common tokens alone: a guess for what was not said before in an answer (the bigrams derived from the
 * model of Stewart et al. 2024, The N-Grammys, arXiv 2411.03786). The paper keeps the likeliest few for every token and verifies
 * several of them; this keeps the likeliest one, of the tokens with the lowest numbers, where the model gives it a tenth or more. Immutable.
 */
public final class Followers {
    /** Knows none. */
    public static final Followers NONE = new Followers(new int[0]);

    /** Tokens that are asked in one pass. */
    public static final int ASKED_AT_ONCE = 64;

    private static final double SURE = 0.1;
    private static final float NEGLIGIBLE =
            12; // below the highest: 50,000 such tokens weigh 0.3, where a weight of 10 decides

    private final int[] next; // (tokens,)

    private Followers(int[] next) {
        this.next = next;
    }

    /** Followers of the tokens from 0 on; {@link Draft#NONE} where none is known. */
    public static Followers of(int... next) {
        return new Followers(next.clone());
    }

    /**
     * Asks a model for the followers of the tokens from 0 on. Takes a pass for each {@value #ASKED_AT_ONCE} of them.
     *
     * @param sequence of a model that takes trees; its columns come before each token; it is left as it was
     * @param tokens how many are asked
     * @param vocabulary number of tokens that its laws are over
     */
    public static Followers asked(Sequence sequence, int tokens, int vocabulary) {
        int[] next = new int[tokens];
        float[] logits = new float[vocabulary];
        Draft draft = new Draft(1);
        for (int first = 0; first < tokens; first += ASKED_AT_ONCE) {
            draft.restart(sequence);
            int end = Math.min(tokens, first + ASKED_AT_ONCE);
            for (int token = first; token < end; token++) {
                draft.add(0, token);
            }
            Pass pass = sequence.pass(draft);
            for (int token = first; token < end; token++) {
                pass.logits(1 + token - first, 0, logits);
                next[token] = likeliest(logits);
            }
            sequence.rewindTo(sequence.length());
        }
        return new Followers(next);
    }

    /** The token with the highest logit; {@link Draft#NONE} if the model is not sure enough of it. */
    private static int likeliest(float[] logits) {
        int argmax = 0;
        for (int token = 1; token < logits.length; token++) {
            if (logits[token] > logits[argmax]) {
                argmax = token;
            }
        }
        float highest = logits[argmax];
        double weight = 0;
        for (float logit : logits) {
            if (logit > highest - NEGLIGIBLE) {
                weight += Math.exp(logit - highest);
            }
        }
        return weight * SURE <= 1 ? argmax : Draft.NONE;
    }

    /** How many tokens were asked. */
    public int size() {
        return next.length;
    }

    /** What the model says after {@code token} alone; {@link Draft#NONE} if that is not known. */
    public int after(int token) {
        return token < next.length ? next[token] : Draft.NONE;
    }

    @Override
    public String toString() {
        return Arrays.stream(next).filter(token -> token != Draft.NONE).count() + " followers of " + next.length
                + " tokens";
    }
}
