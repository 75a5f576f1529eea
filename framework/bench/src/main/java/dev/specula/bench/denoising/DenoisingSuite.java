package dev.specula.bench.denoising;

import dev.specula.Guarantee;
import dev.specula.bench.report.DenoisingReport;
import dev.specula.bench.report.DenoisingResult;
import dev.specula.denoise.DenoisingModel;
import dev.specula.token.FixedSchedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures denoising pipelines, one after the other; what it learns of a model serves all of its pipelines. */
public final class DenoisingSuite {
    private final int repeats;
    private final long seed;
    private final List<Integer> windows;
    private final int samples;
    private final Map<DenoisingModel, RowCosts> costs = new HashMap<>();
    private final List<DenoisingReport.MeasuredDenoiser> models = new ArrayList<>();

    /**
     * A suite that has measured nothing.
     *
     * @param repeats how often all is drawn, after once to warm up
     * @param seed of all noise
     * @param windows most drafted states of a round, for a measurement each; where empty, as planned
     * @param samples states to compare laws by; 0 compares none
     */
    public DenoisingSuite(int repeats, long seed, List<Integer> windows, int samples) {
        for (int window : windows) {
            if (window < 1) {
                throw new IllegalArgumentException("A window must hold at least 1 drafted state, but was " + window
                        + "; the plain sampler is measured beside every window anyway.");
            }
        }
        this.repeats = repeats;
        this.seed = seed;
        this.windows = List.copyOf(windows);
        this.samples = samples;
    }

    /** The models of all pipelines so far, each once. */
    public List<DenoisingReport.MeasuredDenoiser> models() {
        return List.copyOf(models);
    }

    /** Measures {@code subject}: once for each window, or once where it has none. */
    public List<DenoisingResult> measure(StatesSubject subject, List<DenoisingTask> tasks) {
        RowCosts ofCalls = costs.computeIfAbsent(subject.target(), this::costs);
        String planned = subject.pipeline().description().source() + " of at most ";
        if (subject.forecasts()) {
            int longest = subject.pipeline().description().longest();
            return List.of(benchmark(subject, Drawer.drafting(subject), planned + longest, tasks)
                    .run(null, null));
        }
        LawTest laws = samples == 0 || subject.pipeline().description().guarantee() == Guarantee.RELAXED
                ? null
                : new LawTest(subject, tasks.get(0).condition(), samples, seed);
        List<DenoisingResult> results = new ArrayList<>();
        for (int window :
                windows.isEmpty() ? List.of(subject.pipeline().description().longest()) : windows) {
            Drawer drawer =
                    windows.isEmpty() ? Drawer.drafting(subject) : Drawer.drafting(subject, new FixedSchedule(window));
            results.add(benchmark(subject, drawer, planned + window, tasks).run(ofCalls, law(laws, drawer)));
        }
        return results;
    }

    private DenoisingBenchmark benchmark(
            StatesSubject subject, Drawer drawer, String settings, List<DenoisingTask> tasks) {
        return new DenoisingBenchmark(subject, drawer, settings, tasks, repeats, seed);
    }

    private static DenoisingResult.@Nullable Law law(@Nullable LawTest laws, Drawer drawer) {
        return laws == null ? null : laws.of(drawer);
    }

    private RowCosts costs(DenoisingModel model) {
        RowCosts measured = RowCosts.of(model);
        models.add(new DenoisingReport.MeasuredDenoiser(model.spec(), measured.millisOfOne(), measured.curve()));
        return measured;
    }
}
