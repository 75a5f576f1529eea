package dev.specula.visionlanguage;

import dev.specula.Guarantee;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Prompts;
import dev.specula.token.Draft;
import dev.specula.token.Lookup;
import dev.specula.token.Match;
import dev.specula.token.Pass;
import dev.specula.token.Sampling;
import dev.specula.token.SelfTuningSchedule;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;

/** Drafts by lookup: works with any target. */
final class BlocksLookupPipeline extends ImageToTextPipeline {
    static final PipelineDescription PLAN = new PipelineDescription(
            "blocks", "lookup", Guarantee.SAME_TOKENS, "lookup", "chain", "match", "self-tuning", 8);

    private final Match rule = new Match();
    private final CausalModel target;

    BlocksLookupPipeline(CausalModel target, int longest) {
        super(PLAN.withLongest(longest), new SelfTuningSchedule(longest), target);
        this.target = target;
    }

    @Override
    public void answer(Prompts prompts, Sampling sampling, TokenRun run) {
        Noise noise = Noise.seeded(sampling.seed());
        Lookup source = new Lookup(3);
        try (Sequence main = target.open(prompts.target(), sampling, Passes.EXACT)) {
            while (run.goesOn()) {
                Draft chain = run.draft(main);
                source.propose(chain, main, run.budget(), noise);
                Pass said = run.verify(main, chain);
                Verdict kept = run.commit(chain, rule.judge(chain, said, noise));
                source.settle(chain, said, kept, noise);
                main.settle(chain, kept);
            }
        }
    }
}
