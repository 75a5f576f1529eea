package dev.specula.bench.report;

import dev.specula.Guarantee;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one denoising pipeline. Times are medians over the repeats; the plain sampler is the same network, one
 * state a call, in the same run.
 *
 * @param pipeline its key
 * @param guarantee what its states have in common with those of the plain sampler
 * @param settings of the pipeline
 * @param drawn states that were drawn
 * @param steps of the sampler
 * @param calls of the network for a state, several states counting as one call; calls with forecast features do not count
 * @param callsRatio calls over steps
 * @param rowsPerCall states in a call
 * @param acceptanceRate kept over drafted states; where features are forecast, those near enough over forecasts that were
 *     checked; absent where there was nothing of either
 * @param forecastShare of steps that a forecast answered in place of a call; 0 where nothing is forecast
 * @param idealSpeedup what bare calls allow; absent where features are forecast
 * @param speedup measured, end to end
 * @param efficiency measured over ideal
 * @param plainMillis for a state by the plain sampler
 * @param millis for a state by the pipeline
 * @param quality of its states, told by a program
 * @param plainQuality of those of the plain sampler
 * @param distanceFromPlain root mean square difference from the plain sampler's states of the same seeds; relaxed ones only
 * @param law comparison of the laws of both; absent where it was not made
 */
public record DenoisingResult(
        String pipeline,
        Guarantee guarantee,
        String settings,
        int drawn,
        double steps,
        double calls,
        double callsRatio,
        double rowsPerCall,
        @Nullable Double acceptanceRate,
        double forecastShare,
        @Nullable Double idealSpeedup,
        double speedup,
        @Nullable Double efficiency,
        double plainMillis,
        double millis,
        Map<String, Double> quality,
        Map<String, Double> plainQuality,
        @Nullable Double distanceFromPlain,
        @Nullable Law law) {
    /** Copies the maps. */
    public DenoisingResult {
        quality = new TreeMap<>(quality);
        plainQuality = new TreeMap<>(plainQuality);
    }

    /**
     * A test whether two samples have one law.
     *
     * @param samples of each
     * @param projections on random lines that were compared
     * @param largestDistance of the two empirical distributions, over all projections
     * @param criticalDistance that is passed in one test of a hundred where the laws are the same
     */
    public record Law(int samples, int projections, double largestDistance, double criticalDistance) {}
}
