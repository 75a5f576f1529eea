package dev.specula.texttoimage;

import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.report.RunReport;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.HeardTokens;
import dev.specula.token.Pass;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.Source;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;

/** Rounds by hand over the toy: any source and rule of sampled drafts. */
final class ToyRounds {
    static final ToyModel TARGET = ToyModel.withRowEnds();

    private ToyRounds() {}

    /** What is drawn with {@code seed} under guidance 2 among the 5 likeliest codes. */
    static Answer answer(Source<SampledDraft> source, AcceptanceRule<SampledDraft> rule, int window, long seed) {
        DrawingOptions options = DrawingOptions.DEFAULT.at(1, 5).withGuidance(2).withSeed(seed);
        Sampling sampling = options.sampling();
        HeardTokens heard = new HeardTokens();
        CaptionPrompts prompts = CaptionPrompts.of(TARGET);
        TokenRun run = new TokenRun(
                new FixedSchedule(window), null, Ending.after(prompts.pictureLength(), ToyVocabulary.END), heard);
        Noise noise = Noise.seeded(seed);
        try (source;
                Sequence main = TARGET.openGuided(
                        prompts.of(Caption.of("abc").with(options)).target(), sampling, Passes.EXACT)) {
            while (run.goesOn()) {
                SampledDraft draft = run.sampledDraft(main, main.vocabulary());
                source.propose(draft, main, run.budget(), noise);
                Pass said = run.verify(main, draft);
                Verdict kept = run.commit(draft, rule.judge(draft, said, noise));
                source.settle(draft, said, kept, noise);
                main.settle(draft, kept);
            }
        }
        return new Answer(heard.tokens(), run.report());
    }

    static final class Answer {
        private final int[] tokens;
        private final RunReport report;

        Answer(int[] tokens, RunReport report) {
            this.tokens = tokens;
            this.report = report;
        }

        int[] tokens() {
            return tokens;
        }

        RunReport report() {
            return report;
        }
    }
}
