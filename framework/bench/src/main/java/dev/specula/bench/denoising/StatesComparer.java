package dev.specula.bench.denoising;

import dev.specula.Guarantee;
import dev.specula.bench.report.DenoisingResult;
import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.Extrapolation;
import dev.specula.denoise.Fallback;
import dev.specula.denoise.FeatureForecast;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares a denoising pipeline with the plain sampler: with nothing drafted and no feature forecast it must be that sampler bit
 * for bit, and what it draws otherwise must have its law where that is promised.
 */
public final class StatesComparer {
    private static final FeatureForecast NOTHING =
            new FeatureForecast(0, 1, 1, 0, 0, 1, 0, Fallback.NEXT_STEP, Extrapolation.TAYLOR);

    private StatesComparer() {}

    /**
     * Draws a state for each of {@code tasks}.
     *
     * @param samples states of the first task to compare laws by; 0 compares none
     */
    public static StatesComparison compare(StatesSubject subject, List<DenoisingTask> tasks, long seed, int samples) {
        Drawer idle = Drawer.over(subject, idle(subject));
        int differing = 0;
        for (int i = 0; i < tasks.size(); i++) {
            Condition condition = tasks.get(i).condition();
            double[] drawn = idle.draw(condition, seed + i).state();
            differing += Arrays.equals(drawn, PlainSampler.draw(subject.target(), condition, seed + i)) ? 0 : 1;
        }
        return new StatesComparison(
                subject.pipeline().description(), tasks.size(), differing, law(subject, tasks, seed, samples));
    }

    /** Denoisers of a pipeline that is told to do nothing: without drafts the target's own, without forecasts idle ones. */
    private static Function<Condition, Denoiser> idle(StatesSubject subject) {
        return subject.forecasts()
                ? condition -> NOTHING.over(subject.target().openWithFeatures(condition))
                : subject.pipeline()::open;
    }

    private static DenoisingResult.@Nullable Law law(
            StatesSubject subject, List<DenoisingTask> tasks, long seed, int samples) {
        if (samples == 0 || subject.pipeline().description().guarantee() == Guarantee.RELAXED) {
            return null;
        }
        return new LawTest(subject, tasks.get(0).condition(), samples, seed).of(subject);
    }
}
