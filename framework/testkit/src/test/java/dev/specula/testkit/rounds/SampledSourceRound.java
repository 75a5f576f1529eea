package dev.specula.testkit.rounds;

import dev.specula.noise.Noise;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Pass;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sequence;
import dev.specula.token.Source;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;

/** A source that knows the laws of its proposals, and a rule that divides by them. */
public record SampledSourceRound(Source<? super SampledDraft> source, AcceptanceRule<? super SampledDraft> rule)
        implements Round {
    @Override
    public void play(TokenRun run, Sequence main, Noise noise) {
        SampledDraft draft = run.sampledDraft(main, main.vocabulary());
        source.propose(draft, main, run.budget(), noise);
        Pass said = run.verify(main, draft);
        Verdict kept = run.commit(draft, rule.judge(draft, said, noise));
        source.settle(draft, said, kept, noise);
        main.settle(draft, kept);
    }

    @Override
    public void close() {
        source.close();
    }
}
