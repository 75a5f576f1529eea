package dev.specula.visionlanguage;

import dev.specula.Guarantee;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Prompts;
import dev.specula.token.Draft;
import dev.specula.token.Match;
import dev.specula.token.Pass;
import dev.specula.token.Sampling;
import dev.specula.token.SelfTuningSchedule;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;

/** Drafts with a model: the default choices. */
final class BlocksPipeline extends ImageToTextPipeline {
    static final PipelineDescription PLAN = new PipelineDescription(
            "blocks", PipelineDescription.DEFAULT, Guarantee.SAME_TOKENS, "model", "chain", "match", "self-tuning", 8);

    private final Match rule = new Match();
    private final CausalModel target;
    private final CausalModel draft;

    BlocksPipeline(CausalModel target, CausalModel draft, int longest) {
        super(PLAN.withLongest(longest), new SelfTuningSchedule(longest), target, draft);
        this.target = target;
        this.draft = draft;
    }

    @Override
    public void answer(Prompts prompts, Sampling sampling, TokenRun run) {
        Noise noise = Noise.seeded(sampling.seed());
        try (Sequence main = target.open(prompts.target(), sampling, Passes.EXACT);
                Sequence small = draft.open(prompts.draft(), sampling, Passes.FASTEST)) {
            while (run.goesOn()) {
                round(main, small, run, noise);
            }
        }
    }

    private void round(Sequence main, Sequence small, TokenRun run, Noise noise) {
        Draft chain = run.draft(main);
        for (int budget = run.budget(); budget > 0; budget--) {
            chain.draw(chain.last(), small.pass(chain), noise);
        }
        Pass said = run.verify(main, chain);
        Verdict kept = run.commit(chain, rule.judge(chain, said, noise));
        main.settle(chain, kept);
        small.settle(chain, kept);
    }
}
