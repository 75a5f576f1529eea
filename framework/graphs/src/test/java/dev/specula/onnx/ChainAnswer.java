package dev.specula.onnx;

import dev.specula.graphs.Fixture;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Match;
import dev.specula.token.Pass;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.Verdict;
import java.util.Arrays;

/** What a target says to a fixture's prompt in rounds of one chain each, and how many passes that takes it. */
final class ChainAnswer {
    private final int[] tokens;
    private final int passes;

    private ChainAnswer(int[] tokens, int passes) {
        this.tokens = tokens;
        this.passes = passes;
    }

    /** The first {@code count} tokens that {@code target} says. */
    static ChainAnswer of(
            CausalModel target, CausalModel draft, int chain, Fixture fixture, Sampling sampling, int count) {
        Noise noise = Noise.seeded(sampling.seed());
        try (Sequence main = target.open(fixture.prompt(target), sampling, Passes.EXACT);
                Sequence small = draft.open(fixture.prompt(draft), sampling, Passes.FASTEST)) {
            int prompt = main.length();
            int passes = 0;
            while (main.length() < prompt + count) {
                round(main, small, chain, noise);
                passes++;
            }
            int[] said = new int[count];
            Arrays.setAll(said, i -> main.token(prompt + i, 0));
            return new ChainAnswer(said, passes);
        }
    }

    /** Drafts a chain of {@code chain} tokens and settles what the target keeps of it. */
    static Verdict round(Sequence main, Sequence small, int chain, Noise noise) {
        Draft draft = new Draft(1);
        draft.restart(main);
        for (int i = 0; i < chain; i++) {
            draft.draw(draft.last(), small.pass(draft), noise);
        }
        Pass pass = main.pass(draft);
        Verdict kept = new Match().judge(draft, pass, noise);
        main.settle(draft, kept);
        small.settle(draft, kept);
        return kept;
    }

    int[] tokens() {
        return tokens;
    }

    int passes() {
        return passes;
    }
}
