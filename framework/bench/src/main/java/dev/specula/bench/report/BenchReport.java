package dev.specula.bench.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A benchmark that was run.
 *
 * @param seed of the answers
 * @param machine it ran on
 * @param models that took part
 * @param pipelines their results
 * @param denoising pipelines of states; absent where none was measured
 */
public record BenchReport(
        long seed,
        Machine machine,
        List<ModelFingerprint> models,
        List<PipelineResult> pipelines,
        @Nullable DenoisingReport denoising) {
    /** Copies the lists. */
    public BenchReport {
        models = List.copyOf(models);
        pipelines = List.copyOf(pipelines);
    }
}
