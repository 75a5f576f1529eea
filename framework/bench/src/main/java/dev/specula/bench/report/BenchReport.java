package dev.specula.bench.report;

import java.util.List;

/**
 * A benchmark that was run.
 *
 * @param seed of the answers
 * @param machine it ran on
 * @param models that took part
 * @param pipelines their results
 */
public record BenchReport(long seed, Machine machine, List<ModelFingerprint> models, List<PipelineResult> pipelines) {
    /** Copies the lists. */
    public BenchReport {
        models = List.copyOf(models);
        pipelines = List.copyOf(pipelines);
    }
}
