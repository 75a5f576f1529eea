package dev.specula.bench.denoising;

import dev.specula.bench.report.DenoisingReport;
import dev.specula.bench.report.DenoisingResult;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.denoise.Condition;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.Extrapolation;
import dev.specula.denoise.Fallback;
import dev.specula.denoise.FeatureForecast;
import dev.specula.diffusion.DefaultPipelines;
import dev.specula.diffusion.Denoising;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is measured of the blocks denoisers. */
public final class DenoisingSuite {
    private static final int MOST_ROWS = 32;
    private static final int COST_REPEATS = 100;
    private static final Map<String, FeatureForecast> FORECASTS = forecasts();

    private final int repeats;
    private final long seed;

    /** Repeats everything so often, after once to warm up; all noise is of {@code seed}. */
    public DenoisingSuite(int repeats, long seed) {
        this.repeats = repeats;
        this.seed = seed;
    }

    private static Map<String, FeatureForecast> forecasts() {
        Map<String, FeatureForecast> forecasts = new LinkedHashMap<>();
        forecasts.put("order 4, up to 5 in a row, tolerance 0.1", forecast(4, 2, 5, 0.1, 0.01, 0.01));
        forecasts.put("order 2, up to 5 in a row, tolerance 0.3", forecast(2, 2, 5, 0.3, 0.1, 0.05));
        forecasts.put("order 1, up to 5 in a row, tolerance 0.3", forecast(1, 2, 5, 0.3, 0.1, 0.05));
        forecasts.put("order 2, up to 8 in a row, tolerance 0.5", forecast(2, 3, 8, 0.5, 0.2, 0.1));
        forecasts.put("order 1, up to 8 in a row, tolerance 1", forecast(1, 3, 8, 1, 0.3, 0.3));
        return forecasts;
    }

    private static FeatureForecast forecast(
            int order, int firstChecked, int longest, double tolerance, double decay, double floor) {
        return new FeatureForecast(
                order, 3, firstChecked, longest, tolerance, decay, floor, Fallback.NEXT_STEP, Extrapolation.TAYLOR);
    }

    /** What calls of {@code model} cost over 1 to 32 states. */
    public DenoisingReport.MeasuredDenoiser costs(DenoisingModel model) {
        RowCosts costs = rowCosts(model);
        return new DenoisingReport.MeasuredDenoiser(model.spec(), costs.millisOfOne(), costs.curve());
    }

    private static RowCosts rowCosts(DenoisingModel model) {
        Condition any = Condition.of(new float[model.spec().conditions()]);
        int repeats = model.spec().dimension() > 1000 ? COST_REPEATS / 20 : COST_REPEATS;
        return RowCosts.of(model, any, MOST_ROWS, repeats);
    }

    /**
     * Draws paths by both frozen drafts in windows of different length.
     *
     * @param samples to compare laws by, under one condition; 0 compares none
     */
    public void paths(
            DenoisingModel model, int count, List<Integer> windows, int samples, Consumer<DenoisingResult> results) {
        List<DenoisingTask> tasks = ReachTask.of(SeedRange.BENCHMARK, count);
        RowCosts costs = rowCosts(model);
        LawTest laws = samples == 0
                ? null
                : new LawTest(
                        DefaultPipelines.autospeculation(model, 1), tasks.get(0).condition(), samples, seed);
        for (int window : windows) {
            for (Denoising pipeline : List.of(
                    DefaultPipelines.autospeculation(model, window),
                    DefaultPipelines.speculativeDenoising(model, window))) {
                results.accept(new DenoisingBenchmark(pipeline, "window " + window, tasks, repeats, seed)
                        .run(costs, laws == null ? null : laws.of(pipeline)));
            }
        }
    }

    /** Draws tiles by forecasts of different boldness. */
    public void tiles(DenoisingModel model, int count, Consumer<DenoisingResult> results) {
        List<DenoisingTask> tasks = TileTask.of(count);
        FORECASTS.forEach((settings, forecast) -> results.accept(
                new DenoisingBenchmark(DefaultPipelines.speCa(model, forecast), settings, tasks, repeats, seed)
                        .run(null, null)));
    }
}
