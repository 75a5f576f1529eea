package dev.specula.plan;

import dev.specula.model.ModelSpec;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import dev.specula.token.TokenRun;
import java.util.List;

/**
 * A generated pipeline as tools see it, whatever its modality. The base class that a contract names implements it but for
 * {@link #answer}, which the generator writes. Thread-safe.
 */
public interface Pipeline extends Described {
    /** Constants of its models, the target's first. */
    @Override
    List<ModelSpec> models();

    /** How much its answers draft; they share what it learns. */
    Schedule schedule();

    /**
     * Says one answer on the calling thread: opens the sequences and runs rounds for as long as {@code run} goes on. A run
     * over a schedule of 0 nodes is the reference.
     *
     * @throws dev.specula.SpeculaException if the prompt does not fit the context
     */
    void answer(Prompts prompts, Sampling sampling, TokenRun run);
}
