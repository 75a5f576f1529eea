package dev.specula.onnx;

import dev.specula.model.Passes;
import dev.specula.token.CachedSequence;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import org.jspecify.annotations.Nullable;

/**
 * An answer that holds its native memory from the model's pool until it is closed.
 *
 * @param <M> that memory
 */
abstract class PooledSequence<M extends SequenceMemory> extends CachedSequence {
    private final OnnxModel<M> model;
    private final Prompt prompt;
    private final GivenRows given;
    private final int leastRows;
    private @Nullable M memory;

    PooledSequence(OnnxModel<M> model, M memory, Prompt prompt, Sampling sampling, Passes passes) {
        super(prompt, model.spec().vocabulary(), model.spec().contextTokens(), sampling);
        this.model = model;
        this.memory = memory;
        this.prompt = prompt;
        this.given = new GivenRows(prompt, model.spec().width());
        this.leastRows = passes == Passes.EXACT ? 2 : 1;
    }

    final Prompt prompt() {
        return prompt;
    }

    /** The columns that the prompt gives as rows. */
    final GivenRows given() {
        return given;
    }

    /** How many of the columns {@code from} to {@code to} the prompt gives as rows. Where a rewind has dropped some, tokens stand in their places. */
    final int givenBetween(int from, int to) {
        int end = promptColumns();
        return given.before(Math.min(to, end)) - given.before(Math.min(from, end));
    }

    /** Rows that a pass has at least, for its rows to come out as beside others. */
    final int leastRows() {
        return leastRows;
    }

    final M memory() {
        if (memory == null) {
            throw new IllegalStateException("The sequence is closed; open another one.");
        }
        return memory;
    }

    @Override
    public final void close() {
        if (memory != null) {
            model.release(memory);
            memory = null;
        }
    }
}
