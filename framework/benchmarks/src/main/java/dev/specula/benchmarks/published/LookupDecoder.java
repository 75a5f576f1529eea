package dev.specula.benchmarks.published;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Lookup;
import dev.specula.token.Match;
import dev.specula.token.NgramTable;
import dev.specula.token.Pass;
import dev.specula.token.PricedSchedule;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;
import org.jspecify.annotations.Nullable;

/** Says answers of one model, alone or with drafts looked up in what was said: the rounds of a pipeline, by hand. */
final class LookupDecoder {
    private static final int LONGEST = 32;
    private static final int LONGEST_RUN = 16;

    private final CausalModel model;
    private final Match rule = new Match();
    private final Schedule schedule = new PricedSchedule(LONGEST);

    LookupDecoder(CausalModel model) {
        this.model = model;
    }

    /** The model alone, one row a pass. */
    Spoken plain(int[] prompt, Sampling sampling, int tokens) {
        return say(prompt, sampling, tokens, Passes.FASTEST, new FixedSchedule(0), null, null);
    }

    /** The model alone, in exact passes: its tokens are those that drafts must not change. */
    Spoken reference(int[] prompt, Sampling sampling, int tokens) {
        return say(prompt, sampling, tokens, Passes.EXACT, new FixedSchedule(0), null, null);
    }

    /** With drafts by lookup, as many as pay; guesses know the model and this answer only, as repeats would know it by heart. */
    Spoken lookup(int[] prompt, Sampling sampling, int tokens) {
        return say(
                prompt,
                sampling,
                tokens,
                Passes.EXACT,
                schedule,
                new NgramTable(model.followers()),
                new Lookup(LONGEST_RUN));
    }

    private Spoken say(
            int[] prompt,
            Sampling sampling,
            int tokens,
            Passes passes,
            Schedule plan,
            @Nullable NgramTable table,
            @Nullable Lookup lookup) {
        Spoken spoken = new Spoken();
        TokenRun run = new TokenRun(plan, table, Ending.after(tokens, model.endTokens()), spoken);
        Noise noise = Noise.seeded(sampling.seed());
        try (Sequence main = model.open(Prompt.of(prompt), sampling, passes)) {
            while (run.goesOn()) {
                Draft draft = run.draft(main);
                int budget = run.budget();
                if (lookup != null) {
                    lookup.propose(draft, main, budget, noise);
                }
                Pass said = run.verify(main, draft);
                Verdict kept = run.commit(draft, rule.judge(draft, said, noise));
                if (lookup != null) {
                    lookup.settle(draft, said, kept, noise);
                }
                main.settle(draft, kept);
            }
        }
        return spoken.end(run.report());
    }
}
