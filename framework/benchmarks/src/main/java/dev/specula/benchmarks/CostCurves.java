package dev.specula.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures all cost curves and writes their page. Takes some forty minutes on a machine that has nothing else to do. */
public final class CostCurves {
    /** Slower passes of an iteration were disturbed, not slow. */
    private static final double UNDISTURBED_PERCENTILE = 25;

    /** Others on the same hardware slow passes on two processors down for minutes: what one run met, another may not. */
    private static final int RUNS = 2;

    private CostCurves() {}

    /** Arguments: the file to write, and what to call the machine. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "cost-curves.md");
        String machine = arguments.length > 1
                ? arguments[1]
                : Runtime.getRuntime().availableProcessors() + " processors " + System.getProperty("os.arch");
        String conditions = machine + ", " + PassBenchmark.PROMPT + " columns in the cache, the better of two runs";
        List<RunResult> results = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            results.addAll(new Runner(new OptionsBuilder()
                            .include(PassBenchmark.class.getName())
                            .build())
                    .run());
        }
        Files.writeString(file, new CostReport(curves(results)).markdown(conditions));
    }

    private static Map<String, CostCurve> curves(Collection<RunResult> results) {
        Map<String, TreeMap<Integer, Double>> times = new LinkedHashMap<>();
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            times.computeIfAbsent(params.getParam("size") + " " + params.getParam("format"), name -> new TreeMap<>())
                    .merge(Integer.parseInt(params.getParam("rows")), undisturbed(result), Math::min);
        }
        Map<String, CostCurve> curves = new LinkedHashMap<>();
        times.forEach((name, byRows) -> curves.put(name, new CostCurve(byRows)));
        return curves;
    }

    /** The time of a pass in the iteration that was disturbed least. */
    private static double undisturbed(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(process -> process.getIterationResults().stream())
                .mapToDouble(iteration ->
                        iteration.getPrimaryResult().getStatistics().getPercentile(UNDISTURBED_PERCENTILE))
                .min()
                .orElseThrow();
    }
}
