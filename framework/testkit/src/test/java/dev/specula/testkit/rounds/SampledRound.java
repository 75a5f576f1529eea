package dev.specula.testkit.rounds;

import dev.specula.noise.Noise;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Growth;
import dev.specula.token.Pass;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;

/** A draft model draws from laws of its own, which a ratio rule divides by. */
public record SampledRound(Sequence small, Growth growth, AcceptanceRule<SampledDraft> rule, int vocabulary)
        implements Round {
    @Override
    public void play(TokenRun run, Sequence main, Noise noise) {
        SampledDraft draft = run.sampledDraft(main, vocabulary);
        growth.grow(draft, small, run.budget(), noise);
        Pass said = run.verify(main, draft);
        Verdict kept = run.commit(draft, rule.judge(draft, said, noise));
        main.settle(draft, kept);
        small.settle(draft, kept);
    }

    @Override
    public void close() {
        small.close();
    }
}
