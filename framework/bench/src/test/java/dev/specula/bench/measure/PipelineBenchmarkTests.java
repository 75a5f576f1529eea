package dev.specula.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.specula.Guarantee;
import dev.specula.bench.TablePipeline;
import dev.specula.bench.decoding.Subject;
import dev.specula.bench.report.BenchReport;
import dev.specula.bench.report.HtmlReport;
import dev.specula.bench.report.JsonReport;
import dev.specula.bench.report.Machine;
import dev.specula.bench.report.PipelineResult;
import dev.specula.bench.report.TextReport;
import dev.specula.bench.workload.Quality;
import dev.specula.model.CausalModel;
import dev.specula.testkit.TableModel;
import dev.specula.token.Match;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PipelineBenchmarkTests {
    private static final BenchPlan PLAN = new BenchPlan(6, 2, 24, 1, List.of(0.0, 0.8));

    private final Subject subject = TablePipeline.right();
    private final List<PipelineResult> results = new PipelineBenchmark(
                    subject,
                    List.of(),
                    TablePipeline.tasks(6),
                    PLAN,
                    new Quality(0.9, Map.of("facts", 0.9)),
                    untrained())
            .run();

    @Test
    void hasAResultForEachTemperature() {
        assertThat(results).extracting(PipelineResult::temperature).containsExactly(0.0, 0.8);
        assertThat(results).allSatisfy(result -> {
            assertThat(result.tokens()).isEqualTo(6 * 24);
            assertThat(result.differingTokens()).isZero();
            assertThat(result.tau()).isGreaterThan(1);
            assertThat(result.costCurve()).hasSize(16).startsWith(1.0);
        });
    }

    @Test
    void measuresEfficiencyAgainstWhatBarePassesAllow() {
        PipelineResult result = results.get(0);

        PipelineResult.Round round = result.round();
        assertThat(result.draftCost()).isCloseTo((round.rows() - 1) * result.draftStep(), within(1e-9));
        assertThat(result.idealSpeedup())
                .isCloseTo(round.tau() / (round.barePass() + round.bareDrafting()), within(1e-9));
        assertThat(result.efficiency()).isCloseTo(result.decodeSpeedup() / result.idealSpeedup(), within(1e-9));
        assertThat(result.speedupOverFastestPlain()).isEqualTo(result.decodeSpeedup());
    }

    @Test
    void tellsWhereTheTimeOfARoundGoes() {
        PipelineResult.Round round = results.get(0).round();

        assertThat(List.of(round.drafting(), round.pass(), round.rest())).allMatch(part -> part > 0);
        assertThat(round.tau())
                .isLessThan(results.get(0).tau()); // where last rounds are cut short and first ones are not
        assertThat(TextReport.write(results.get(0))).contains("target's pass", "rest");
    }

    @Test
    void statesWhatADraftCostsThatHasLearntNothing() {
        PipelineResult.Useless useless = Objects.requireNonNull(results.get(0).uselessDraft());

        assertThat(useless.acceptanceRate()).isLessThan(0.3);
        assertThat(useless.draftedPerRound()).isPositive();
        assertThat(useless.twoRows()).isEqualTo(results.get(0).costCurve().get(1));
        assertThat(results.get(1).uselessDraft()).isNull();
    }

    @Test
    void tellsTheNamesOfTheDesignInJson() {
        String json = JsonReport.write(report());

        assertThat(json)
                .contains(
                        "\"pipelines\"",
                        "\"pipeline\"",
                        "\"guarantee\"",
                        "\"temperature\"",
                        "\"prompts\"",
                        "\"tokens\"",
                        "\"tau\"",
                        "\"acceptanceRate\"",
                        "\"acceptanceByPosition\"",
                        "\"costCurve\"",
                        "\"draftCost\"",
                        "\"round\"",
                        "\"idealSpeedup\"",
                        "\"decodeSpeedup\"",
                        "\"answerSpeedup\"",
                        "\"endToEndSpeedup\"",
                        "\"speedupOverFastestPlain\"",
                        "\"efficiency\"",
                        "\"differingTokens\"",
                        "\"nearTies\"",
                        "\"bytesPerToken\"",
                        "\"quality\"",
                        "\"tokensPerSecond\"",
                        "\"timeToFirstTokenMillis\"",
                        "\"seed\"",
                        "\"machine\"",
                        "\"models\"");
    }

    @Test
    void readsItsOwnJson() {
        BenchReport read = JsonReport.read(JsonReport.write(report()));

        assertThat(read.pipelines()).hasSize(2);
        assertThat(read.pipelines().get(1).tau())
                .isCloseTo(results.get(1).tau(), within(results.get(1).tau() / 1000));
        assertThat(read.machine()).isEqualTo(Machine.here());
    }

    @Test
    void drawsAPageThatNeedsNothingElse() {
        String page = HtmlReport.write(report());

        assertThat(page).contains("<svg", "prefers-color-scheme: dark", "temperature 0.8");
        assertThat(page).doesNotContain("<script", "http://", "https://", "%s", "NaN");
    }

    @Test
    void writesAFewLinesToRead() {
        assertThat(TextReport.write(results.get(0)))
                .startsWith("table (table + table) at temperature 0.0, 6 prompts, 144 tokens")
                .contains("0 tokens differ", "random weights");
    }

    @Test
    void takesFingerprintsOfWhatTheTargetSays() {
        var fingerprints = Fingerprints.of(subject, TablePipeline.tasks(3));

        assertThat(fingerprints).hasSize(2).isEqualTo(Fingerprints.of(subject, TablePipeline.tasks(3)));
        assertThat(fingerprints.get(0).answers())
                .hasSize(16)
                .isNotEqualTo(
                        Fingerprints.of(subject, TablePipeline.tasks(4)).get(0).answers());
    }

    @Test
    void tellsTwoDraftModelsOfTheSameSizesApart() {
        var trained = Fingerprints.of(subject, TablePipeline.tasks(3));
        var untrained = Fingerprints.of(untrained(), TablePipeline.tasks(3));

        assertThat(untrained.get(0)).isEqualTo(trained.get(0));
        assertThat(untrained.get(1).answers())
                .hasSize(16)
                .isNotEqualTo(trained.get(1).answers());
    }

    private BenchReport report() {
        return new BenchReport(1, Machine.here(), Fingerprints.of(subject, TablePipeline.tasks(2)), results, null);
    }

    private Subject untrained() {
        CausalModel draft = ((TableModel) subject.target()).draft(0, 3);
        return new Subject(
                new TablePipeline(subject.target(), draft, new Match(), Guarantee.SAME_TOKENS),
                subject.target(),
                draft);
    }
}
