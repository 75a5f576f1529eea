package dev.specula.texttoimage;

import dev.specula.Guarantee;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Prompts;
import dev.specula.token.Draft;
import dev.specula.token.FixedSchedule;
import dev.specula.token.JacobiWindow;
import dev.specula.token.Match;
import dev.specula.token.Pass;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;

/** A round by hand: a Jacobi window under match. */
final class ToyPipeline extends TextToImagePipeline {
    private final CausalModel target;

    ToyPipeline(CausalModel target, int longest) {
        super(
                new PipelineDescription(
                        "toy",
                        PipelineDescription.DEFAULT,
                        Guarantee.SAME_TOKENS,
                        "jacobi-window",
                        "chain",
                        "match",
                        "fixed",
                        longest),
                new FixedSchedule(longest),
                target);
        this.target = target;
    }

    @Override
    public void answer(Prompts prompts, Sampling sampling, TokenRun run) {
        Noise noise = Noise.seeded(sampling.seed());
        Match match = new Match();
        try (Sequence main = target.openGuided(prompts.target(), sampling, Passes.EXACT);
                JacobiWindow window = new JacobiWindow()) {
            while (run.goesOn()) {
                Draft chain = run.draft(main);
                window.propose(chain, main, run.budget(), noise);
                Pass said = run.verify(main, chain);
                Verdict kept = run.commit(chain, match.judge(chain, said, noise));
                window.settle(chain, said, kept, noise);
                main.settle(chain, kept);
            }
        }
    }
}
