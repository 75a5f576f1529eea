package dev.specula.testkit;

import dev.specula.token.Grammar;
import dev.specula.token.LogitRow;

/** A grammar of few words: after each two tokens from 1 on comes token 0, and nowhere else. */
final class Alternating implements Grammar {
    @Override
    public int start() {
        return 0;
    }

    @Override
    public int after(int state, int[] column) {
        return (state + 1) % 3;
    }

    @Override
    public void restrict(int state, int lane, LogitRow row) {
        if (state == 2) {
            row.only(0, 1);
        } else {
            row.without(0, 1);
        }
    }
}
