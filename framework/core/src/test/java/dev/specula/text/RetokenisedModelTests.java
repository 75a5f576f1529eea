package dev.specula.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.report.RunReport;
import dev.specula.token.ChainGrowth;
import dev.specula.token.Draft;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.HeardTokens;
import dev.specula.token.Match;
import dev.specula.token.ModelSource;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A draft model guesses in tokens that are not its own. */
class RetokenisedModelTests {
    private static final String STORY = "the keeper climbs the steps and lights the lamp";
    private static final PieceVocabulary WORDS =
            new PieceVocabulary("the", " keeper", " climbs", " the", " steps", " and", " lights", " lamp");
    private static final PieceVocabulary SYLLABLES = new PieceVocabulary(
            "th", "e ", "kee", "per", " cl", "imbs", "st", "eps ", "and", " li", "ghts", "la", "mp");

    private final StoryModel target = new StoryModel(STORY, WORDS);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.8})
    void guessesEveryTokenOfATextThatItTellsItself(double temperature) {
        StoryModel draft = new StoryModel(STORY, SYLLABLES);

        Said said = say(draft, 4, temperature);

        assertThat(WORDS.decode(said.tokens())).isEqualTo(STORY);
        assertThat(said.report().acceptanceRate()).isEqualTo(1);
        assertThat(said.report().rounds()).isLessThan(said.tokens().length / 2);
    }

    @Test
    void computesATokenOfItsOwnOnceWhereTheTargetAgrees() {
        StoryModel draft = new StoryModel(STORY, SYLLABLES);

        say(draft, 4, 0);

        // Not twice: words that only the target has said are cut anew, and a few syllables reach over their ends.
        assertThat(draft.rows()).isLessThan(SYLLABLES.encode(STORY).length * 3 / 2);
    }

    @Test
    void goesOnBehindAWordThatTheTargetSaysOtherwise() {
        StoryModel draft = new StoryModel("the porter climbs the steps and dusted the lamp", SYLLABLES);

        Said said = say(draft, 4, 0);

        assertThat(WORDS.decode(said.tokens())).isEqualTo(STORY);
        assertThat(said.report().acceptanceRate()).isBetween(0.5, 0.9);
    }

    @Test
    void guessesTheEndWhereItsOwnAnswerEnds() {
        StoryModel draft = new StoryModel("the keeper", SYLLABLES);
        try (Sequence small = open(draft)) {
            Draft chain = new Draft(1, Ending.after(100, WORDS.end()));
            chain.restart(small);

            new ChainGrowth(8).grow(chain, small, 8, Noise.seeded(1));

            assertThat(chain.nodes()).isEqualTo(4);
            assertThat(chain.token(3, 0)).isEqualTo(WORDS.end());
        }
    }

    @Test
    void guessesAfterARewindWhatItGuessesAnew() {
        StoryModel draft = new StoryModel(STORY, SYLLABLES);
        try (Sequence small = open(draft)) {
            int length = small.length();
            for (int token : WORDS.encode("the keeper sleeps")) {
                small.append(new int[] {token});
            }
            guess(small);
            small.rewindTo(length + 1);

            assertThat(guess(small)).isEqualTo(WORDS.encode(" keeper")[0]);
        }
    }

    @Test
    void refusesTrees() {
        try (Sequence small = open(new StoryModel(STORY, SYLLABLES))) {
            Draft tree = new Draft(1);
            tree.restart(small);
            tree.add(0, 1);
            tree.add(0, 2);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> small.pass(tree))
                    .withMessageContaining("chain");
        }
    }

    @Test
    void isTheModelItselfWhereTheTokensAreTheSame() {
        StoryModel draft = new StoryModel(STORY, WORDS);

        assertThat(RetokenisedModel.of(draft, target)).isSameAs(draft);
    }

    private record Said(HeardTokens heard, RunReport report) {
        int[] tokens() {
            return heard.tokens();
        }
    }

    private Sequence open(CausalModel draft) {
        return RetokenisedModel.of(draft, target)
                .open(Prompt.of(SYLLABLES.encode("x")), Sampling.GREEDY, Passes.FASTEST);
    }

    private static int guess(Sequence small) {
        Draft chain = new Draft(1);
        chain.restart(small);
        return small.pass(chain).law(0, 0).supported(0);
    }

    private Said say(CausalModel draft, int budget, double temperature) {
        HeardTokens heard = new HeardTokens();
        TokenRun run = new TokenRun(new FixedSchedule(budget), null, Ending.after(100, WORDS.end()), heard);
        Noise noise = Noise.seeded(3);
        Match rule = new Match();
        Sampling sampling = Sampling.at(temperature, 3);
        try (Sequence main = target.open(Prompt.of(WORDS.encode("x")), sampling, Passes.EXACT);
                ModelSource source = new ModelSource(open(draft), new ChainGrowth(budget))) {
            while (run.goesOn()) {
                Draft chain = run.draft(main);
                source.propose(chain, main, run.budget(), noise);
                Pass said = run.verify(main, chain);
                Verdict kept = run.commit(chain, rule.judge(chain, said, noise));
                source.settle(chain, said, kept, noise);
                main.settle(chain, kept);
            }
        }
        return new Said(heard, run.report());
    }
}
