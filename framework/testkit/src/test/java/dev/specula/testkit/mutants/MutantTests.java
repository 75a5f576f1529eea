package dev.specula.testkit.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.noise.Noise;
import dev.specula.testkit.AcceptanceRuleContract;
import dev.specula.testkit.Outcomes;
import dev.specula.testkit.SequenceContract;
import dev.specula.testkit.SlowTwin;
import dev.specula.testkit.SourceContract;
import dev.specula.testkit.TableLaws;
import dev.specula.testkit.TableModel;
import dev.specula.testkit.TableSequence;
import dev.specula.testkit.rounds.Answer;
import dev.specula.testkit.rounds.ChainRound;
import dev.specula.testkit.rounds.Request;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Draft;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Laws;
import dev.specula.token.Match;
import dev.specula.token.Prompt;
import dev.specula.token.Rejection;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.Siblings;
import dev.specula.token.Source;
import dev.specula.token.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Each classical mistake is refused by a check that the right code passes. */
class MutantTests {
    private static final List<Integer> SAID = List.of(1, 0, 2);
    private static final Prompt PROMPT = Prompt.of(1, 0, 2);
    private static final double EXACT = 1e-12;
    private static final double FAR = 1e-3;

    @Test
    void ratiosOfFixedDraftsChangeTheLaw() {
        assertThat(distance((draft, noise) -> draft.draw(0, small(draft), new LikeliestDrafts(noise)), new Rejection()))
                .isGreaterThan(FAR);
        assertThat(distance((draft, noise) -> draft.draw(0, small(draft), noise), new Rejection()))
                .isLessThan(EXACT);
        // A fixed token is certain, which is what adding says.
        assertThat(distance((draft, noise) -> draft.add(0, 3), new Rejection())).isLessThan(EXACT);
    }

    @Test
    void aLawOfAnotherContextChangesTheLaw() {
        BiConsumer<SampledDraft, Noise> stale = (draft, noise) -> {
            Laws other = new TableLaws(target().draft(.2, 8), List.of(3, 3), draft, Sampling.at(1, 0));
            draft.draw(0, new StaleLaws(other, small(draft)), noise);
        };
        BiConsumer<SampledDraft, Noise> kept = (draft, noise) -> {
            Laws other = new TableLaws(target().draft(.2, 8), List.of(3, 3), draft, Sampling.at(1, 0));
            draft.draw(0, other, noise);
        };
        assertThat(distance(stale, new Rejection())).isGreaterThan(FAR);
        assertThat(distance(kept, new Rejection())).isLessThan(EXACT);
    }

    @Test
    void aFreshRedrawChangesTheLaw() {
        assertThat(distance((draft, noise) -> draft.draw(0, small(draft), noise), new FreshRedraw()))
                .isGreaterThan(FAR);
        assertThat(failuresOf(FreshRedrawContract.class))
                .contains("keepsTheTargetsLawOnChains()", "keepsTheTargetsLawOnTrees()");
    }

    @Test
    void siblingsWithoutTheResidualChangeTheLaw() {
        BiConsumer<SampledDraft, Noise> two = (draft, noise) -> draft.draw(0, small(draft), 2, noise);
        assertThat(distance(two, new SiblingsAgainstTheWholeLaw())).isGreaterThan(FAR);
        assertThat(distance(two, new Siblings())).isLessThan(EXACT);
        // On a chain there is nothing to update: the mistake shows on trees alone.
        assertThat(failuresOf(WholeLawContract.class)).containsExactly("keepsTheTargetsLawOnTrees()");
    }

    @Test
    void aMissingBonusRowGivesWrongLaws() {
        assertThat(failuresOf(MissingBonusRowContract.class))
                .contains("computesWhatTheLastPassDidNotSee()", "isAsFreshAfterManyRandomSteps()");
    }

    /** No token changes when a draft model's cache is wrong: what is said hides it, the acceptance rate does not. */
    @Test
    void aMissingBonusRowMakesAPerfectDraftFail() {
        TableModel target = target();
        Sampling sampling = Sampling.at(1, 4);
        Request request = new Request(target, target, PROMPT, sampling, Ending.after(30), new FixedSchedule(3), null);
        Sequence flawed = new FlawedCache(target, PROMPT, sampling, FlawedCache.Flaw.MISSING_BONUS_ROW);
        Noise noise = Noise.seeded(sampling.seed());
        assertThat(request.run(new ChainRound(flawed), new Answer(), noise).acceptanceRate())
                .isLessThan(.9);
        assertThat(request.run(new ChainRound(request.small()), new Answer(), noise)
                        .acceptanceRate())
                .isEqualTo(1);
    }

    @Test
    void aRelativeRewindLeavesOtherColumns() {
        assertThat(failuresOf(RelativeRewindContract.class)).contains("rewindsToAnAbsoluteLength()");
    }

    @Test
    void aPathThatIsNotMovedGivesWrongLaws() {
        assertThat(failuresOf(PathNotMovedContract.class)).contains("keepsThePathAndDropsTheRest()");
    }

    @Test
    void aDroppedRowTakenForAComputedOneGivesWrongLaws() {
        assertThat(failuresOf(RowsWrittenOnceContract.class))
                .contains("forgetsADraftThatWasNotSettled()", "keepsThePathAndDropsTheRest()");
    }

    @Test
    void theRightCacheFailsNoCheck() {
        assertThat(failuresOf(RightContract.class)).isEmpty();
    }

    @Test
    void paddingMatchedByValueChangesTheTokens() {
        assertThat(differingAnswers(new MatchesByValue())).isPositive();
        assertThat(differingAnswers(new Match())).isZero();
        assertThat(failuresOf(MatchesByValueContract.class)).contains("keepsTheTargetsLawOnTrees()");
    }

    @Test
    void columnsMatchedByTheirFirstLaneChangeTheTokens() {
        TableModel target = TableModel.ofLanes(4, 2, 5);
        Prompt prompt = Prompt.ofLanes(2, 0, 1);
        int differing = 0;
        for (int seed = 0; seed < 20; seed++) {
            Request request = new Request(
                    target,
                    target.draft(.5, 6),
                    prompt,
                    Sampling.at(1, seed),
                    Ending.after(12),
                    new FixedSchedule(3),
                    null);
            List<Integer> wanted = SlowTwin.answer(target, prompt, request.sampling(), request.ending());
            differing += request.answer(new ChainRound(request.small(), new MatchesTheFirstLane()))
                            .tokens()
                            .equals(wanted)
                    ? 0
                    : 1;
            assertThat(request.answer(new ChainRound(request.small())).tokens()).isEqualTo(wanted);
        }
        assertThat(differing).isGreaterThan(10);
    }

    @Test
    void draftsFromTheAnswersRaceAreRefusedUnderARatioRule() {
        assertThat(failuresOf(AnswersRaceContract.class)).containsExactly("keepsTheTargetsLawUnderARatioRule()");
    }

    /** How far one round's law is from the target's, whatever comes after completed by the target. */
    private static double distance(BiConsumer<SampledDraft, Noise> drafting, AcceptanceRule<SampledDraft> rule) {
        Sampling sampling = Sampling.at(1, 0);
        Map<List<Integer>, Double> law = Outcomes.of(noise -> {
            SampledDraft draft = new SampledDraft(4);
            draft.restart(target().open(PROMPT, sampling));
            drafting.accept(draft, noise);
            Verdict kept = rule.judge(draft, new TableLaws(target(), SAID, draft, sampling), noise);
            return IntStream.range(0, kept.columns())
                    .mapToObj(i -> kept.token(draft, i, 0))
                    .toList();
        });
        Map<List<Integer>, Double> answers =
                Outcomes.then(law, begun -> SlowTwin.answers(target(), PROMPT, sampling, 2, begun));
        return Outcomes.distance(answers, SlowTwin.answers(target(), PROMPT, sampling, 2, List.of()));
    }

    private static Laws small(Draft draft) {
        return new TableLaws(target().draft(.4, 8), SAID, draft, Sampling.at(1, 0));
    }

    private static TableModel target() {
        return TableModel.of(4, 7);
    }

    /** Two candidates of different length, as rows of a table: the shorter is padded with token 0. */
    private static int differingAnswers(AcceptanceRule<Draft> rule) {
        int differing = 0;
        for (int seed = 0; seed < 100; seed++) {
            TableModel target = TableModel.of(4, seed);
            Sampling sampling = Sampling.at(1, seed);
            Draft draft = new Draft(1);
            draft.restart(target.open(PROMPT, sampling));
            int longer = draft.add(0, 1);
            draft.add(draft.add(longer, 2), 3);
            int shorter = draft.add(0, 2);
            draft.add(draft.add(shorter, 0), 0);
            Verdict kept = rule.judge(draft, new TableLaws(target, SAID, draft, sampling), Noise.seeded(seed));
            List<Integer> wanted = SlowTwin.answer(target, PROMPT, sampling, Ending.after(kept.columns()));
            List<Integer> said = IntStream.range(0, kept.columns())
                    .mapToObj(i -> kept.token(draft, i, 0))
                    .toList();
            differing += said.equals(wanted) ? 0 : 1;
        }
        return differing;
    }

    @Test
    void contractsOfMutantsAreSkippedWhereNoTestAsksForThem() {
        var started = EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(RelativeRewindContract.class))
                .execute()
                .testEvents()
                .started();

        assertThat(started.count()).isZero();
    }

    private static Set<String> failuresOf(Class<?> contract) {
        return OnlyWhereAsked.run(contract).failed().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .collect(Collectors.toSet());
    }

    @ExtendWith(OnlyWhereAsked.class)
    abstract static class OnTables extends SequenceContract {
        @Override
        protected Sequence open(Prompt prompt, Sampling sampling) {
            return new TableSequence(TableModel.of(4, 61), prompt, context(), sampling);
        }

        @Override
        protected int tokens() {
            return 4;
        }

        @Override
        protected int context() {
            return 96;
        }
    }

    static class RightContract extends OnTables {}

    static class RelativeRewindContract extends OnTables {
        @Override
        protected Sequence open(Prompt prompt, Sampling sampling) {
            return new RelativeRewind(super.open(prompt, sampling));
        }
    }

    static class MissingBonusRowContract extends OnTables {
        @Override
        protected Sequence open(Prompt prompt, Sampling sampling) {
            return new FlawedCache(TableModel.of(4, 61), prompt, sampling, FlawedCache.Flaw.MISSING_BONUS_ROW);
        }
    }

    static class PathNotMovedContract extends OnTables {
        @Override
        protected Sequence open(Prompt prompt, Sampling sampling) {
            return new FlawedCache(TableModel.of(4, 61), prompt, sampling, FlawedCache.Flaw.PATH_NOT_MOVED);
        }
    }

    static class RowsWrittenOnceContract extends OnTables {
        @Override
        protected Sequence open(Prompt prompt, Sampling sampling) {
            return new FlawedCache(TableModel.of(4, 61), prompt, sampling, FlawedCache.Flaw.ROWS_WRITTEN_ONCE);
        }
    }

    @ExtendWith(OnlyWhereAsked.class)
    abstract static class OfSampledDrafts extends AcceptanceRuleContract<SampledDraft> {
        @Override
        protected SampledDraft emptyDraft(int vocabulary) {
            return new SampledDraft(vocabulary);
        }
    }

    static class FreshRedrawContract extends OfSampledDrafts {
        @Override
        protected AcceptanceRule<SampledDraft> rule() {
            return new FreshRedraw();
        }
    }

    static class WholeLawContract extends OfSampledDrafts {
        @Override
        protected AcceptanceRule<SampledDraft> rule() {
            return new SiblingsAgainstTheWholeLaw();
        }
    }

    @ExtendWith(OnlyWhereAsked.class)
    static class MatchesByValueContract extends AcceptanceRuleContract<Draft> {
        @Override
        protected AcceptanceRule<Draft> rule() {
            return new MatchesByValue();
        }

        @Override
        protected Draft emptyDraft(int vocabulary) {
            return new Draft(1);
        }
    }

    @ExtendWith(OnlyWhereAsked.class)
    static class AnswersRaceContract extends SourceContract {
        @Override
        protected Source<Draft> open(TableModel target, Prompt prompt, Sampling sampling) {
            return new DraftsFromTheAnswersRace(target.draft(.5, 6).open(prompt, sampling));
        }
    }
}
