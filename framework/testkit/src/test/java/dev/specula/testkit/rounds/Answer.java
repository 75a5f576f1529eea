package dev.specula.testkit.rounds;

import dev.specula.token.ColumnListener;
import dev.specula.token.Origin;
import java.util.ArrayList;
import java.util.List;

/** Collects what an answer says. */
public final class Answer implements ColumnListener {
    private final List<Integer> tokens = new ArrayList<>();
    private int drafted;

    @Override
    public void committed(int[] column, Origin origin) {
        for (int token : column) {
            tokens.add(token);
        }
        drafted += origin == Origin.DRAFT ? 1 : 0;
    }

    /** Column after column. */
    public List<Integer> tokens() {
        return List.copyOf(tokens);
    }

    /** Number of columns that a draft held. */
    public int drafted() {
        return drafted;
    }
}
