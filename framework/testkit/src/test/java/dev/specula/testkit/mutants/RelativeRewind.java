package dev.specula.testkit.mutants;

import dev.specula.token.Draft;
import dev.specula.token.Pass;
import dev.specula.token.Sequence;
import dev.specula.token.Verdict;

/** The mistake: a rewind takes a number of columns off, instead of leaving a number of columns. */
record RelativeRewind(Sequence right) implements Sequence {
    @Override
    public void rewindTo(int length) {
        right.rewindTo(right.length() - length);
    }

    @Override
    public int length() {
        return right.length();
    }

    @Override
    public int computed() {
        return right.computed();
    }

    @Override
    public int lanes() {
        return right.lanes();
    }

    @Override
    public int vocabulary() {
        return right.vocabulary();
    }

    @Override
    public int token(int column, int lane) {
        return right.token(column, lane);
    }

    @Override
    public void append(int[] column) {
        right.append(column);
    }

    @Override
    public Pass pass(Draft draft) {
        return right.pass(draft);
    }

    @Override
    public void settle(Draft draft, Verdict kept) {
        right.settle(draft, kept);
    }

    @Override
    public void close() {
        right.close();
    }
}
