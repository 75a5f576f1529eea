package dev.specula.token;

import dev.specula.noise.Noise;

/**
 * Keeps part of a draft. Implementations have no state and see the draft, the target's laws and the noise: nothing else, so
 * that no source or schedule can change what is said.
 *
 * @param <D> the drafts it can judge: a ratio rule takes a {@link SampledDraft} and no other
 */
public interface AcceptanceRule<D extends Draft> {
    /** Returns the draft's own verdict, filled in: a path from node 0 and the column after it. */
    Verdict judge(D draft, Laws target, Noise noise);
}
