package dev.specula.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The committed columns of an answer, and what a history asks of the law after it: the repetition penalty, and the state of
 * the grammar. A node of a draft has a history of its own: the committed columns and the nodes above it.
 */
final class History {
    private final int lanes;
    private final Sampling sampling;
    private final Grammar grammar;
    private final int[] occurrences; // (vocabulary,) how often a token was committed; empty without a penalty
    private final int[] column; // (lanes,) scratch
    private int[] columns; // (length, lanes)
    private int[] states =
            new int[16]; // (length - prompt + 1,) state after each column of the answer; the first before any
    private int length;
    private int prompt; // columns before the answer
    private @Nullable Draft known; // the draft whose nodes have states
    private int serial; // of that draft
    private int nodes; // nodes of that draft that have states
    private int[] nodeStates = new int[16]; // (nodes,)

    History(Prompt prompt, int vocabulary, Sampling sampling) {
        this.lanes = prompt.lanes();
        this.sampling = sampling;
        this.grammar = prompt.grammar();
        this.occurrences = sampling.penalises() ? new int[vocabulary] : new int[0];
        this.column = new int[lanes];
        this.columns = new int[Math.max(64, 2 * prompt.length()) * lanes];
        this.states[0] = grammar.start();
        for (int i = 0; i < prompt.length(); i++) {
            for (int lane = 0; lane < lanes; lane++) {
                column[lane] = prompt.token(i, lane);
            }
            put(column);
        }
        this.prompt = length;
    }

    int lanes() {
        return lanes;
    }

    Sampling sampling() {
        return sampling;
    }

    int length() {
        return length;
    }

    /** Columns of the prompt that no rewind has dropped. */
    int promptLength() {
        return prompt;
    }

    int token(int at, int lane) {
        return columns[at * lanes + lane];
    }

    Grammar grammar() {
        return grammar;
    }

    /** State after the last column. */
    int state() {
        return states[length - prompt];
    }

    void append(int[] added) {
        if (added.length != lanes) {
            throw new IllegalArgumentException("column must have " + lanes + " tokens, one for each lane, but has "
                    + added.length + "; several columns are appended one by one.");
        }
        int state = grammar.after(state(), added);
        put(added);
        int answered = length - prompt;
        if (answered == states.length) {
            states = Arrays.copyOf(states, 2 * answered);
        }
        states[answered] = state;
        known = null;
    }

    /** Adds the columns that {@code kept} commits. */
    void append(Draft draft, Verdict kept) {
        for (int i = 0; i < kept.columns(); i++) {
            for (int lane = 0; lane < lanes; lane++) {
                column[lane] = kept.token(draft, i, lane);
            }
            append(column);
        }
    }

    /**
     * Forgets the columns from {@code wanted} on.
     *
     * @throws IllegalArgumentException if there are not as many
     */
    void rewindTo(int wanted) {
        if (wanted < 1 || wanted > length) {
            throw new IllegalArgumentException(
                    "length must be between 1 and the current " + length + " columns, but was " + wanted + ".");
        }
        if (sampling.penalises()) {
            for (int i = wanted * lanes; i < length * lanes; i++) {
                occurrences[columns[i]]--;
            }
        }
        length = wanted;
        prompt = Math.min(prompt, length);
        known = null;
    }

    /** Leaves in the row of {@code law} what may follow {@code node} in lane {@code lane}, less of what was said already. */
    void restrict(LogitLaw law, Draft draft, int node, int lane) {
        if (sampling.penalises()) {
            for (int token = 0; token < occurrences.length; token++) {
                if (occurrences[token] > 0 || onPath(draft, node, token)) {
                    law.penalise(token, sampling.repetitionPenalty());
                }
            }
        }
        if (grammar != Grammar.ANYTHING) {
            grammar.restrict(stateOf(draft, node), lane, law);
        }
    }

    private boolean onPath(Draft draft, int node, int token) {
        for (int n = node; n > 0; n = draft.parentOf(n)) {
            for (int lane = 0; lane < lanes; lane++) {
                if (draft.token(n, lane) == token) {
                    return true;
                }
            }
        }
        return false;
    }

    private int stateOf(Draft draft, int node) {
        if (draft != known || draft.serial() != serial) {
            known = draft;
            serial = draft.serial();
            nodeStates[0] = state();
            nodes = 1;
        }
        if (nodeStates.length <= node) {
            nodeStates = Arrays.copyOf(nodeStates, 2 * node);
        }
        for (; nodes <= node; nodes++) {
            for (int lane = 0; lane < lanes; lane++) {
                column[lane] = draft.token(nodes, lane);
            }
            nodeStates[nodes] = grammar.after(nodeStates[draft.parentOf(nodes)], column);
        }
        return nodeStates[node];
    }

    private void put(int[] added) {
        if (columns.length < (length + 1) * lanes) {
            columns = Arrays.copyOf(columns, 2 * columns.length);
        }
        for (int lane = 0; lane < lanes; lane++) {
            columns[length * lanes + lane] = added[lane];
            if (sampling.penalises()) {
                occurrences[added[lane]]++;
            }
        }
        length++;
    }
}
