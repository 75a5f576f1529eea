package dev.specula.testkit.rounds;

import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Match;
import dev.specula.token.Pass;
import dev.specula.token.Sequence;
import dev.specula.token.Source;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;

/** Any source proposes: a Jacobi window, a lookup, a draft model with its growth. */
public record SourceRound(Source<Draft> source) implements Round {
    private static final Match MATCH = new Match();

    @Override
    public void play(TokenRun run, Sequence main, Noise noise) {
        Draft draft = run.draft(main);
        source.propose(draft, main, run.budget(), noise);
        Pass said = run.verify(main, draft);
        Verdict kept = run.commit(draft, MATCH.judge(draft, said, noise));
        source.settle(draft, said, kept, noise);
        main.settle(draft, kept);
    }

    @Override
    public void close() {
        source.close();
    }
}
