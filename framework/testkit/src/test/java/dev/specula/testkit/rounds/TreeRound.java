package dev.specula.testkit.rounds;

import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Match;
import dev.specula.token.Pass;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.TreeGrowth;
import dev.specula.token.Verdict;

/** A draft model fills a tree of fixed shape. */
public record TreeRound(Sequence small, TreeGrowth shape) implements Round {
    private static final Match MATCH = new Match();

    @Override
    public void play(TokenRun run, Sequence main, Noise noise) {
        Draft tree = run.draft(main);
        shape.grow(tree, small, run.budget(), noise);
        Pass said = run.verify(main, tree);
        Verdict kept = run.commit(tree, MATCH.judge(tree, said, noise));
        main.settle(tree, kept);
        small.settle(tree, kept);
    }

    @Override
    public void close() {
        small.close();
    }
}
