package dev.specula.bench.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.specula.Guarantee;
import dev.specula.bench.report.BenchReport;
import dev.specula.bench.report.DenoisingReport;
import dev.specula.bench.report.DenoisingResult;
import dev.specula.bench.report.HtmlReport;
import dev.specula.bench.report.JsonReport;
import dev.specula.bench.report.Machine;
import dev.specula.bench.report.TextReport;
import dev.specula.denoise.DenoisingModel;
import dev.specula.diffusion.DefaultPipelines;
import dev.specula.plan.DenoisingPipeline;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DenoisingSuiteTests {
    private final DenoisingModel wide = new WideGaussian(0);
    private final StatesSubject subject =
            new StatesSubject((DenoisingPipeline) DefaultPipelines.autospeculation(wide, 6), wide);

    @Test
    void measuresCallsAcceptanceAndLawOfAPipelineAsPlanned() {
        DenoisingSuite suite = new DenoisingSuite(1, 7, List.of(), 200);

        List<DenoisingResult> results = suite.measure(subject, StatesComparerTests.tasks());

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.guarantee()).isEqualTo(Guarantee.SAME_LAW);
            assertThat(result.steps()).isEqualTo(24);
            assertThat(result.settings()).isEqualTo("frozen-estimate of at most 6");
            assertThat(result.callsRatio()).isBetween(1 / 7.0, 0.9);
            assertThat(result.acceptanceRate()).isBetween(0.1, 1.0);
            assertThat(result.forecastShare()).isZero();
            assertThat(result.plainQuality()).containsOnlyKeys("far out");
            assertThat(Objects.requireNonNull(result.law()).samples()).isEqualTo(200);
        });
        assertThat(suite.models())
                .singleElement()
                .satisfies(model -> assertThat(model.costCurve()).hasSize(32));
    }

    @Test
    void measuresEachWindowThatIsAskedFor() {
        DenoisingSuite suite = new DenoisingSuite(1, 7, List.of(1, 8), 0);

        List<DenoisingResult> results = suite.measure(subject, StatesComparerTests.tasks());

        assertThat(results)
                .extracting(DenoisingResult::settings)
                .containsExactly("frozen-estimate of at most 1", "frozen-estimate of at most 8");
        assertThat(results.get(1).calls()).isLessThan(results.get(0).calls());
        assertThat(results).extracting(DenoisingResult::law).containsOnlyNulls();
    }

    @Test
    void refusesAWindowOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenoisingSuite(1, 7, List.of(4, 0), 0))
                .withMessageContaining("at least 1 drafted state, but was 0");
    }

    @Test
    void writesResultsOfStatesBesideThoseOfTokens() {
        DenoisingSuite suite = new DenoisingSuite(1, 7, List.of(), 100);
        List<DenoisingResult> results = suite.measure(subject, StatesComparerTests.tasks());
        BenchReport report =
                new BenchReport(7, Machine.here(), List.of(), List.of(), new DenoisingReport(suite.models(), results));

        BenchReport read = JsonReport.read(JsonReport.write(report));

        assertThat(Objects.requireNonNull(read.denoising()).pipelines())
                .singleElement()
                .satisfies(result -> assertThat(result.pipeline()).isEqualTo("wide.autospeculation"));
        assertThat(HtmlReport.write(report))
                .contains("wide.autospeculation", "far out")
                .doesNotContain("NaN", "null");
        assertThat(TextReport.write(results.get(0)))
                .startsWith("wide.autospeculation (frozen-estimate of at most 6): ")
                .contains("calls for 24 steps", "acceptance", "laws differ by");
    }
}
