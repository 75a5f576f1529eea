package dev.specula.samples.plain;

import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.media.Picture;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.plan.Prompts;
import dev.specula.token.Draft;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Match;
import dev.specula.token.Pass;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;
import dev.specula.visionlanguage.BlocksModels;
import dev.specula.visionlanguage.Question;
import dev.specula.visionlanguage.QuestionPrompts;
import java.nio.file.Path;

/** Captions a picture: loads a pair of models, writes the round by hand, prints tokens as they come. */
public final class Caption {
    private Caption() {}

    /** Captions the picture in the file that is the only argument. */
    public static void main(String... files) {
        CheckpointSource targetSource = CheckpointSource.of(BlocksModels.TARGET, WeightFormat.RI8);
        CheckpointSource draftSource = CheckpointSource.of(BlocksModels.DRAFT, WeightFormat.INT4);
        Question question = Question.caption(Picture.of(Path.of(files[0])));
        try (CausalModel target = CheckpointLoader.load("target", targetSource);
                CausalModel draft = CheckpointLoader.load("draft", draftSource)) {
            Prompts prompts = QuestionPrompts.of(target, draft).of(question);
            TokenRun run = new TokenRun(
                    new FixedSchedule(5),
                    null,
                    Ending.after(96, target.endTokens()),
                    (column, origin) -> System.out.print(target.vocabulary().decode(column)));
            try (Sequence main = target.open(prompts.target(), Sampling.GREEDY, Passes.EXACT);
                    Sequence small = draft.open(prompts.draft(), Sampling.GREEDY, Passes.FASTEST)) {
                while (run.goesOn()) {
                    round(main, small, run);
                }
            }
            System.out.printf("%n(%.2f tokens a round)%n", run.report().tau());
        }
    }

    private static void round(Sequence main, Sequence small, TokenRun run) {
        Noise noise = Noise.seeded(0);
        Draft chain = run.draft(main);
        for (int budget = run.budget(); budget > 0 && chain.isOpen(); budget--) {
            chain.draw(chain.last(), small.pass(chain), noise); // the small model guesses a token
        }
        Pass said = run.verify(main, chain); // the one pass of the target over all guesses
        Verdict kept =
                run.commit(chain, new Match().judge(chain, said, noise)); // those it would have said, and one more
        main.settle(chain, kept);
        small.settle(chain, kept);
    }
}
