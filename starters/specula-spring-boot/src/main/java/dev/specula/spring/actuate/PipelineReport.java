package dev.specula.spring.actuate;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.report.RunReport;
import dev.specula.spring.Outcome;
import dev.specula.spring.PipelineStatistics;
import dev.specula.spring.ServedPipeline;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A pipeline as the endpoint shows it.
 *
 * @param bean name of its bean
 * @param modality what it turns into what
 * @param description what it does
 * @param models constants of its models, the target's first
 * @param weightBytes bytes of the weights of all models
 * @param cacheBytesPerAnswer bytes of cache that an answer as long as the context takes
 * @param live how its answers went since the start
 */
public record PipelineReport(
        String bean,
        String modality,
        PipelineDescription description,
        List<ModelSpec> models,
        long weightBytes,
        long cacheBytesPerAnswer,
        Live live) {

    static PipelineReport of(ServedPipeline pipeline) {
        return new PipelineReport(
                pipeline.bean(),
                pipeline.modality(),
                pipeline.description(),
                pipeline.models(),
                pipeline.weightBytes(),
                pipeline.cacheBytesPerAnswer(),
                Live.of(pipeline.statistics()));
    }

    /**
     * How answers went since the start.
     *
     * @param outcomes number of answers by how they ended
     * @param tokens tokens of all answers
     * @param rounds target passes
     * @param drafted drafted tokens
     * @param accepted drafted tokens that were kept
     * @param tau tokens committed per round, bonus included
     * @param acceptanceRate accepted over drafted tokens
     * @param acceptanceByPosition the same for each position of a draft
     * @param draftMillis time spent drafting
     * @param targetMillis time of the target's passes
     */
    public record Live(
            Map<Outcome, Long> outcomes,
            long tokens,
            long rounds,
            long drafted,
            long accepted,
            double tau,
            double acceptanceRate,
            List<Double> acceptanceByPosition,
            long draftMillis,
            long targetMillis) {

        static Live of(PipelineStatistics statistics) {
            RunReport report = statistics.rounds();
            return new Live(
                    statistics.outcomes(),
                    statistics.tokens(),
                    report.rounds(),
                    report.drafted(),
                    report.kept(),
                    report.tau(),
                    report.acceptanceRate(),
                    Arrays.stream(report.acceptanceByPosition()).boxed().toList(),
                    report.draftNanos() / 1_000_000,
                    report.targetNanos() / 1_000_000);
        }
    }
}
