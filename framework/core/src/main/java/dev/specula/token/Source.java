package dev.specula.token;

import dev.specula.noise.Noise;

/**
 * Who proposes: fills a draft before the target's pass and learns from what was kept. Belongs to one answer. A source never
 * changes what is said, only how often its proposals are kept.
 *
 * @param <D> the drafts it can fill
 */
public interface Source<D extends Draft> extends AutoCloseable {
    /** Adds at most {@code budget} nodes to {@code draft}, which holds node 0 alone; adding none is fine. */
    void propose(D draft, Sequence main, int budget, Noise noise);

    /** Learns what the target said after each node and what was kept. Called once a round, before {@code main} settles. */
    void settle(D draft, Laws target, Verdict kept, Noise noise);

    @Override
    default void close() {}
}
