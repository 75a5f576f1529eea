package dev.specula.plan;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Match;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;

/** The target alone, one row a pass: the fastest without a draft, and what a speed-up is over. */
public final class PlainDecoding {
    private PlainDecoding() {}

    /** Says the answer of {@code target} to {@code prompt}, guided where the prompt is, until {@code run} ends. */
    public static void answer(CausalModel target, Prompt prompt, Sampling sampling, TokenRun run) {
        Noise noise = Noise.seeded(sampling.seed());
        Match rule = new Match();
        try (Sequence main = target.openGuided(prompt, sampling, Passes.FASTEST)) {
            while (run.goesOn()) {
                Draft nothing = run.draft(main);
                Pass said = run.verify(main, nothing);
                main.settle(nothing, run.commit(nothing, rule.judge(nothing, said, noise)));
            }
        }
    }
}
