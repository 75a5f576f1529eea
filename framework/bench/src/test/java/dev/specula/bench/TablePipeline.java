package dev.specula.bench;

import dev.specula.Guarantee;
import dev.specula.bench.decoding.Subject;
import dev.specula.bench.workload.Task;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelSpec;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.plan.Pipeline;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Prompts;
import dev.specula.testkit.TableModel;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Draft;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Match;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;
import java.util.List;
import java.util.stream.IntStream;

/** A pipeline over table models, with a rule that may be wrong on purpose. */
public final class TablePipeline implements Pipeline {
    private static final int LONGEST = 3;

    private final CausalModel target;
    private final CausalModel draft;
    private final AcceptanceRule<Draft> rule;
    private final Guarantee guarantee;
    private final Schedule schedule = new FixedSchedule(LONGEST);

    public TablePipeline(CausalModel target, CausalModel draft, AcceptanceRule<Draft> rule, Guarantee guarantee) {
        this.target = target;
        this.draft = draft;
        this.rule = rule;
        this.guarantee = guarantee;
    }

    /** A pipeline that is right, over a pair that agrees on most tokens. */
    public static Subject right() {
        return subject(new Match(), Guarantee.SAME_TOKENS);
    }

    /** A pipeline that keeps whatever was drafted. */
    public static Subject careless(Guarantee guarantee) {
        return subject(
                (draft, laws, noise) -> {
                    Verdict kept = draft.verdict();
                    for (int node = 1; node < draft.nodes(); node++) {
                        kept.follow(node);
                    }
                    kept.say(0, noise.token(laws.law(kept.last(), 0), draft.positionAfter(kept.last()), 0));
                    return kept.end();
                },
                guarantee);
    }

    private static Subject subject(AcceptanceRule<Draft> rule, Guarantee guarantee) {
        TableModel target = TableModel.of(8, 1);
        TableModel draft = target.draft(0.9, 2);
        return new Subject(new TablePipeline(target, draft, rule, guarantee), target, draft);
    }

    /** Requests of different lengths. */
    public static List<Task> tasks(int count) {
        return IntStream.range(0, count)
                .<Task>mapToObj(i -> () -> {
                    Prompt prompt = Prompt.of(i % 8, i / 8 % 8, 1);
                    return Prompts.of(prompt, prompt);
                })
                .toList();
    }

    @Override
    public PipelineDescription description() {
        return new PipelineDescription(
                "table", PipelineDescription.DEFAULT, guarantee, "model", "chain", "match", "fixed", LONGEST);
    }

    @Override
    public Schedule schedule() {
        return schedule;
    }

    @Override
    public List<ModelSpec> models() {
        return List.of(target.spec(), draft.spec());
    }

    @Override
    public void answer(Prompts prompts, Sampling sampling, TokenRun run) {
        Noise noise = Noise.seeded(sampling.seed());
        try (Sequence main = target.open(prompts.target(), sampling, Passes.EXACT);
                Sequence small = draft.open(prompts.draft(), sampling, Passes.FASTEST)) {
            while (run.goesOn()) {
                Draft chain = run.draft(main);
                for (int budget = run.budget(); budget > 0 && chain.isOpen(); budget--) {
                    chain.draw(chain.last(), small.pass(chain), noise);
                }
                Pass said = run.verify(main, chain);
                Verdict kept = run.commit(chain, rule.judge(chain, said, noise));
                main.settle(chain, kept);
                small.settle(chain, kept);
            }
        }
    }
}
