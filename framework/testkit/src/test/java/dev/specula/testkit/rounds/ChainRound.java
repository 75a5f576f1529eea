package dev.specula.testkit.rounds;

import dev.specula.noise.Noise;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Draft;
import dev.specula.token.Match;
import dev.specula.token.Pass;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;

/** A draft model says one column after the other; columns may have several lanes. */
public record ChainRound(Sequence small, AcceptanceRule<Draft> rule) implements Round {
    public ChainRound(Sequence small) {
        this(small, new Match());
    }

    @Override
    public void play(TokenRun run, Sequence main, Noise noise) {
        Draft chain = run.draft(main);
        for (int budget = run.budget(); budget > 0 && chain.isOpen(); budget--) {
            chain.draw(chain.last(), small.pass(chain), noise);
        }
        Pass said = run.verify(main, chain);
        Verdict kept = run.commit(chain, rule.judge(chain, said, noise));
        main.settle(chain, kept);
        small.settle(chain, kept);
    }

    @Override
    public void close() {
        small.close();
    }
}
