package dev.specula.bench.measure;

import dev.specula.bench.decoding.BarePasses;
import dev.specula.bench.decoding.CostCurve;
import dev.specula.bench.decoding.Decoder;
import dev.specula.bench.decoding.Rounds;
import dev.specula.bench.decoding.Subject;
import dev.specula.bench.decoding.Way;
import dev.specula.bench.report.PipelineResult;
import dev.specula.bench.report.PipelineResult.ByDecoding;
import dev.specula.bench.report.PipelineResult.Round;
import dev.specula.bench.report.PipelineResult.Useless;
import dev.specula.bench.verify.Comparer;
import dev.specula.bench.verify.Comparison;
import dev.specula.bench.workload.Quality;
import dev.specula.bench.workload.Task;
import dev.specula.model.CausalModel;
import dev.specula.plan.Prompts;
import dev.specula.report.RunReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures one pipeline over one pair of models. */
public final class PipelineBenchmark {
    private static final int CURVE = 16;
    private static final int STEPS =
            8; // of the draft model in a turn: the first finds its weights gone from the caches

    private final Subject subject;
    private final List<Subject> rivals; // the same pipeline over other formats of the same target
    private final List<Task> tasks;
    private final BenchPlan plan;
    private final @Nullable Quality quality;
    private final @Nullable Subject untrained;

    /**
     * A benchmark of {@code subject}.
     *
     * @param rivals subjects whose plain decoding is an alternative, because it keeps the quality
     * @param untrained the same pipeline with random weights in its draft model; absent without a draft model
     */
    public PipelineBenchmark(
            Subject subject,
            List<Subject> rivals,
            List<Task> tasks,
            BenchPlan plan,
            @Nullable Quality quality,
            @Nullable Subject untrained) {
        this.subject = subject;
        this.rivals = List.copyOf(rivals);
        this.tasks = List.copyOf(tasks);
        this.plan = plan;
        this.quality = quality;
        this.untrained = untrained;
    }

    /** A result for each temperature. */
    public List<PipelineResult> run() {
        List<PipelineResult> results = new ArrayList<>();
        for (double temperature : plan.temperatures()) {
            results.add(at(temperature));
        }
        return results;
    }

    private PipelineResult at(double temperature) {
        List<Decoder> decoders = new ArrayList<>();
        for (Way way : List.of(Way.PLAIN, Way.REFERENCE, Way.SPECULATIVE)) {
            decoders.add(new Decoder(subject, way, plan.maxNewTokens()));
        }
        rivals.forEach(rival -> decoders.add(new Decoder(rival, Way.PLAIN, plan.maxNewTokens())));
        CausalModel draft = subject.draft();
        int columns = typicalColumns(decoders.get(0), temperature);
        Prompts typical = tasks.get(0).prompts();
        try (BarePasses target = new BarePasses(subject.target(), typical.target(), columns, CURVE, 1, plan.seed());
                BarePasses steps =
                        draft == null ? null : new BarePasses(draft, typical.draft(), columns, 1, STEPS, plan.seed())) {
            List<BarePasses> passes = steps == null ? List.of(target) : List.of(target, steps);
            List<Timing> timings = Interleaving.of(decoders, passes, tasks, temperature, plan);
            CostCurve curve = target.curve();
            double draftStep = steps == null ? 0 : steps.curve().nanos(1) / curve.nanos(1);
            return result(temperature, decoders, timings, curve, draftStep);
        }
    }

    private PipelineResult result(
            double temperature, List<Decoder> decoders, List<Timing> timings, CostCurve curve, double draftStep) {
        Timing plain = timings.get(0);
        Timing reference = timings.get(1);
        Timing speculative = timings.get(2);
        int fastest = IntStream.range(0, timings.size())
                .filter(i -> decoders.get(i).way() == Way.PLAIN)
                .boxed()
                .min((one, other) -> Double.compare(
                        timings.get(one).decodeNanosPerToken(),
                        timings.get(other).decodeNanosPerToken()))
                .orElseThrow();
        Comparison comparison = Comparer.compare(subject, tasks, temperature, plan.seed(), plan.maxNewTokens());
        RunReport report = speculative.report();
        CausalModel draft = subject.draft();
        Useless uselessDraft =
                untrained != null && temperature == plan.temperatures().get(0)
                        ? UselessDraft.measure(untrained, tasks, temperature, plan, curve.at(2))
                        : null;
        Round round = round(speculative, curve, draftStep);
        double ideal = round.tau() / (round.barePass() + round.bareDrafting());
        double measured = speculative.decodeSpeedupOver(plain);
        return new PipelineResult(
                subject.key(),
                subject.pipeline().description().guarantee(),
                temperature,
                subject.target().spec().weights(),
                draft == null ? null : draft.spec().weights(),
                tasks.size(),
                speculative.tokenCount(),
                report.tau(),
                report.drafted() / (double) report.rounds(),
                report.acceptanceRate(),
                Arrays.stream(report.acceptanceByPosition()).boxed().toList(),
                IntStream.rangeClosed(1, CURVE).mapToObj(curve::at).toList(),
                draftStep,
                round.bareDrafting(),
                round,
                ideal,
                measured,
                speculative.answerSpeedupOver(plain),
                speculative.endToEndSpeedupOver(plain),
                speculative.decodeSpeedupOver(timings.get(fastest)),
                decoders.get(fastest).subject().target().spec().weights(),
                measured / ideal,
                comparison.differingTokens(),
                comparison.nearTies(),
                speculative.bytesPerToken(),
                quality,
                new ByDecoding(plain.tokensPerSecond(), reference.tokensPerSecond(), speculative.tokensPerSecond()),
                new ByDecoding(plain.firstMillis(), reference.firstMillis(), speculative.firstMillis()),
                uselessDraft);
    }

    private static Round round(Timing speculative, CostCurve curve, double draftStep) {
        double rows = speculative.median(Rounds::rows);
        double drafted = speculative.median(Rounds::draftedPerRound);
        return new Round(
                speculative.median(Rounds::tau),
                rows,
                speculative.median(Rounds::draftNanosPerRound) / curve.nanos(1),
                drafted * draftStep,
                speculative.median(Rounds::targetNanosPerRound) / curve.nanos(1),
                curve.at(rows),
                speculative.median(Rounds::restNanosPerRound) / curve.nanos(1));
    }

    /** Of a prompt and half an answer. */
    private int typicalColumns(Decoder decoder, double temperature) {
        Task task = tasks.get(0);
        int answer = decoder.say(task, task.sampling(temperature, plan.seed())).length();
        return task.prompts().target().length() + answer / 2;
    }
}
