package dev.specula.bench.measure;

import dev.specula.bench.decoding.Decoder;
import dev.specula.bench.decoding.Subject;
import dev.specula.bench.decoding.Way;
import dev.specula.bench.report.PipelineResult.Useless;
import dev.specula.bench.workload.Task;
import dev.specula.report.RunReport;
import java.util.List;

/** Measures what a pipeline loses whose draft model has learnt nothing: its schedule has to notice and to stop drafting. */
final class UselessDraft {
    private UselessDraft() {}

    /**
     * Of a pipeline over a draft model with random weights, against its target alone.
     *
     * @param twoRows v(2) of the target, stated beside the loss
     */
    static Useless measure(Subject untrained, List<Task> tasks, double temperature, BenchPlan plan, double twoRows) {
        List<Decoder> decoders = List.of(
                new Decoder(untrained, Way.PLAIN, plan.maxNewTokens()),
                new Decoder(untrained, Way.GUESSED, plan.maxNewTokens()),
                new Decoder(untrained, Way.SPECULATIVE, plan.maxNewTokens()));
        List<Timing> timings = Interleaving.of(decoders, tasks, temperature, plan);
        Timing plain = timings.get(0);
        Timing reference = timings.get(1);
        Timing speculative = timings.get(2);
        RunReport report = speculative.report();
        return new Useless(
                1 / speculative.decodeSpeedupOver(reference) - 1,
                1 / speculative.decodeSpeedupOver(plain) - 1,
                twoRows,
                report.drafted() / (double) report.rounds(),
                report.acceptanceRate());
    }
}
