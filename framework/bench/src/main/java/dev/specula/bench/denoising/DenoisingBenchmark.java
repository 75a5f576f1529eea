package dev.specula.bench.denoising;

import dev.specula.Guarantee;
import dev.specula.bench.decoding.Median;
import dev.specula.bench.report.DenoisingResult;
import dev.specula.denoise.Condition;
import dev.specula.plan.PipelineDescription;
import dev.specula.report.RunReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Draws the same tasks by a pipeline and by the plain sampler in turn, and says what each took and how it came out. */
final class DenoisingBenchmark {
    private final StatesSubject subject;
    private final Drawer drawer;
    private final String settings;
    private final List<DenoisingTask> tasks;
    private final int repeats;
    private final long seed;

    /**
     * A benchmark that has not run.
     *
     * @param drawer draws as the pipeline does
     * @param settings of the pipeline, to be reported
     * @param repeats how often all are drawn, after once to warm up
     */
    DenoisingBenchmark(
            StatesSubject subject, Drawer drawer, String settings, List<DenoisingTask> tasks, int repeats, long seed) {
        this.subject = subject;
        this.drawer = drawer;
        this.settings = settings;
        this.tasks = List.copyOf(tasks);
        this.repeats = repeats;
        this.seed = seed;
    }

    /** What one of the two took and how it came out. */
    private static final class Side {
        private final double[] nanos; // (repeats,) of all tasks
        private final Map<String, Double> judged = new TreeMap<>(); // sums over repeats and tasks
        private final RunReport report = new RunReport();
        private Drawn.Forecasts forecasts = Drawn.Forecasts.NONE;
        private long calls;

        private Side(int repeats) {
            this.nanos = new double[repeats];
        }

        private void add(int repeat, Drawn drawn, Map<String, Double> judgement) {
            nanos[repeat] += drawn.nanos();
            judgement.forEach((what, number) -> judged.merge(what, number, Double::sum));
            report.add(drawn.report());
            calls += drawn.calls();
            forecasts = forecasts.plus(drawn.forecasts());
        }

        private Map<String, Double> means(int count) {
            Map<String, Double> means = new TreeMap<>();
            judged.forEach((what, sum) -> means.put(what, sum / count));
            return means;
        }
    }

    /**
     * Runs it.
     *
     * @param costs of calls over several states, if the pipeline drafts
     * @param law the comparison of laws, if there was one
     */
    DenoisingResult run(@Nullable RowCosts costs, DenoisingResult.@Nullable Law law) {
        Side plain = new Side(repeats);
        Side drafted = new Side(repeats);
        Drawer reference = Drawer.plain(subject);
        double squares = 0;
        long numbers = 0;
        for (int repeat = -1; repeat < repeats; repeat++) {
            for (int i = 0; i < tasks.size(); i++) {
                DenoisingTask task = tasks.get(i);
                Condition condition = task.condition();
                long noise = seed + Math.max(0, repeat) * (long) tasks.size() + i;
                boolean plainFirst = i % 2 == 0;
                Drawn first = (plainFirst ? reference : drawer).draw(condition, noise);
                Drawn second = (plainFirst ? drawer : reference).draw(condition, noise);
                if (repeat < 0) {
                    continue;
                }
                double[] wanted = (plainFirst ? first : second).state();
                double[] state = (plainFirst ? second : first).state();
                plain.add(repeat, plainFirst ? first : second, task.judge(wanted));
                drafted.add(repeat, plainFirst ? second : first, task.judge(state));
                for (int j = 0; j < state.length; j++) {
                    squares += (state[j] - wanted[j]) * (state[j] - wanted[j]);
                }
                numbers += state.length;
            }
        }
        return result(plain, drafted, Math.sqrt(squares / numbers), costs, law);
    }

    private DenoisingResult result(
            Side plain, Side drafted, double distance, @Nullable RowCosts costs, DenoisingResult.@Nullable Law law) {
        int drawn = repeats * tasks.size();
        double plainMillis = Median.of(plain.nanos) / 1e6 / tasks.size();
        double millis = Median.of(drafted.nanos) / 1e6 / tasks.size();
        double speedup = plainMillis / millis;
        double rows = 1 + drafted.report.drafted() / (double) drafted.report.rounds();
        double steps = plain.report.committed() / (double) drawn;
        double calls = drafted.calls / (double) drawn;
        Double ideal = costs == null ? null : steps / (calls * costs.at(rows));
        PipelineDescription description = subject.pipeline().description();
        boolean isRelaxed = description.guarantee() == Guarantee.RELAXED;
        return new DenoisingResult(
                description.key(),
                description.guarantee(),
                settings,
                drawn,
                steps,
                calls,
                calls / steps,
                rows,
                acceptanceRate(drafted),
                drafted.forecasts.steps() / (double) drafted.report.rounds(),
                ideal,
                speedup,
                ideal == null ? null : speedup / ideal,
                plainMillis,
                millis,
                drafted.means(drawn),
                plain.means(drawn),
                isRelaxed ? distance : null,
                law);
    }

    /** Of states that were drafted, those kept; of forecasts that were checked, those near enough. */
    private static @Nullable Double acceptanceRate(Side drafted) {
        if (drafted.report.drafted() > 0) {
            return drafted.report.acceptanceRate();
        }
        Drawn.Forecasts forecasts = drafted.forecasts;
        return forecasts.checks() == 0 ? null : 1 - forecasts.refusals() / (double) forecasts.checks();
    }
}
