package dev.specula.testkit.rounds;

import dev.specula.noise.Noise;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;

/** A round of one pipeline, for one answer. */
public interface Round extends AutoCloseable {
    /** Drafts, verifies, commits. */
    void play(TokenRun run, Sequence main, Noise noise);

    @Override
    default void close() {}
}
