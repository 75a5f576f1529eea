package dev.specula.texttoimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.testkit.Outcomes;
import dev.specula.testkit.SlowTwin;
import dev.specula.testkit.TableModel;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.RedrawnWindow;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseRejectionTests {
    private static final TableModel TARGET = TableModel.of(3, 71);
    private static final Prompt PROMPT = Prompt.of(1, 0, 2);
    private static final Prompt GUIDED = PROMPT.guided(Prompt.of(2), 2.5);
    private static final PhraseLibrary PHRASES =
            PhraseLibrary.mined(List.of(new int[] {2, 0, 1, 2, 0, 1}, new int[] {0, 0, 2}), 3, 1, 100);

    @Test
    void blocksThatFollowFromWhatIsKeptKeepTheLaw() {
        PhraseBlockRejection rule = new PhraseBlockRejection(PHRASES);
        assertThat(distance(PROMPT, Sampling.at(1, 0), rule)).isLessThan(1e-12);
        assertThat(distance(GUIDED, new Sampling(1, 2, 1, 1, 0), rule)).isLessThan(1e-12);
        assertThat(distance(PROMPT, Sampling.GREEDY, rule)).isLessThan(1e-12);
    }

    @Test
    void thePublishedFormMovesTheLaw() {
        double moved = distance(PROMPT, Sampling.at(1, 0), new PhraseRejection(PHRASES));
        assertThat(moved).isBetween(.01, .5);
    }

    @Test
    void needsALibraryThatIsStoredWithTheModel() {
        assertThatExceptionOfType(IncompatibleModelsException.class)
                .isThrownBy(() -> new PhraseBlockRejection(ToyModel.withRowEnds()))
                .withMessageContaining("has no table \"phrases\"; mine it with PhraseLibrary.mined");
    }

    private static double distance(Prompt prompt, Sampling sampling, AcceptanceRule<SampledDraft> rule) {
        return Outcomes.distance(
                Outcomes.of(noise -> answer(prompt, sampling, rule, noise)),
                SlowTwin.answers(TARGET, prompt, sampling, 4, List.of()));
    }

    private static List<Integer> answer(
            Prompt prompt, Sampling sampling, AcceptanceRule<SampledDraft> rule, Noise noise) {
        List<Integer> said = new ArrayList<>();
        TokenRun run =
                new TokenRun(new FixedSchedule(3), null, Ending.after(4), (column, origin) -> said.add(column[0]));
        try (RedrawnWindow window = new RedrawnWindow();
                Sequence main = TARGET.openGuided(prompt, sampling, Passes.EXACT)) {
            while (run.goesOn()) {
                SampledDraft draft = run.sampledDraft(main, main.vocabulary());
                window.propose(draft, main, run.budget(), noise);
                Pass pass = run.verify(main, draft);
                Verdict kept = run.commit(draft, rule.judge(draft, pass, noise));
                window.settle(draft, pass, kept, noise);
                main.settle(draft, kept);
            }
        }
        return said;
    }
}
