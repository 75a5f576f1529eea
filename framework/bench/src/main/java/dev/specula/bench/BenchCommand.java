package dev.specula.bench;

import dev.specula.bench.decoding.Decoder;
import dev.specula.bench.decoding.Subject;
import dev.specula.bench.decoding.Way;
import dev.specula.bench.denoising.DenoisingSuite;
import dev.specula.bench.denoising.StatesSubject;
import dev.specula.bench.measure.BenchPlan;
import dev.specula.bench.measure.Fingerprints;
import dev.specula.bench.measure.PipelineBenchmark;
import dev.specula.bench.project.DescribedPipeline;
import dev.specula.bench.project.Project;
import dev.specula.bench.report.BenchReport;
import dev.specula.bench.report.DenoisingReport;
import dev.specula.bench.report.DenoisingResult;
import dev.specula.bench.report.HtmlReport;
import dev.specula.bench.report.JsonReport;
import dev.specula.bench.report.Machine;
import dev.specula.bench.report.ModelFingerprint;
import dev.specula.bench.report.PipelineResult;
import dev.specula.bench.report.TextReport;
import dev.specula.bench.workload.Quality;
import dev.specula.bench.workload.Workload;
import dev.specula.graphs.WeightFormat;
import dev.specula.token.Sampling;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures every pipeline against decoding without speculation. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures every pipeline against decoding without speculation.")
final class BenchCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Mixin
    private RequestOptions requests = new RequestOptions();

    @Mixin
    private StatesOptions states = new StatesOptions();

    @Option(
            names = "--windows",
            split = ",",
            description = "Most drafted states of a round of denoising pipelines, each measured. Default: as planned.")
    private List<Integer> windows = List.of();

    @Option(
            names = "--repeats",
            defaultValue = "5",
            description = "How often all are answered, after once to warm up. Default: ${DEFAULT-VALUE}.")
    private int repeats;

    @Option(
            names = "--plain-weights",
            split = ",",
            defaultValue = "f32,ri8,int4",
            description = "Formats that the fastest plain decoding is looked for in. Default: ${DEFAULT-VALUE}.")
    private List<WeightFormat> plainWeights = List.of();

    @Option(
            names = "--quality",
            defaultValue = "200",
            description =
                    "Things to ask about to tell the quality of a format; 0 tells none. Default: ${DEFAULT-VALUE}.")
    private int qualityCount;

    @Option(names = "--json", paramLabel = "<file>", description = "Writes the results as JSON.")
    private @Nullable Path json;

    @Option(names = "--html", paramLabel = "<file>", description = "Writes the results as a page with plots.")
    private @Nullable Path html;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<PipelineResult> results = new ArrayList<>();
        List<DenoisingResult> denoised = new ArrayList<>();
        Set<ModelFingerprint> models = new LinkedHashSet<>();
        DenoisingSuite suite =
                new DenoisingSuite(AtLeast.of(1, "--repeats", repeats), requests.seed(), windows, states.samples());
        BenchPlan plan = new BenchPlan(
                requests.prompts(), repeats, options.maxNewTokens(), requests.seed(), requests.temperatures());
        try (Project project = options.project()) {
            for (DescribedPipeline pipeline : options.pipelines(project)) {
                if (!pipeline.saysTokens()) {
                    StatesSubject subject = project.openStates(pipeline);
                    for (DenoisingResult result : suite.measure(subject, states.tasks(subject, requests.prompts()))) {
                        print(TextReport.write(result));
                        denoised.add(result);
                    }
                    continue;
                }
                Map<WeightFormat, Subject> subjects = subjects(project, pipeline);
                Map<WeightFormat, Quality> qualities = qualities(subjects);
                for (WeightFormat format : options.weights()) {
                    for (PipelineResult result : measure(project, pipeline, format, subjects, qualities, plan)) {
                        print(TextReport.write(result));
                        results.add(result);
                    }
                }
                subjects.values()
                        .forEach(subject ->
                                models.addAll(Fingerprints.of(subject, requests.tasks(subject.pipeline(), 8))));
            }
        }
        BenchReport report = new BenchReport(
                requests.seed(),
                Machine.here(),
                List.copyOf(models),
                results,
                denoised.isEmpty() ? null : new DenoisingReport(suite.models(), denoised));
        write(json, report, JsonReport::write);
        write(html, report, HtmlReport::write);
        return 0;
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    private Map<WeightFormat, Subject> subjects(Project project, DescribedPipeline pipeline) {
        Map<WeightFormat, Subject> subjects = new EnumMap<>(WeightFormat.class);
        options.weights().forEach(format -> subjects.put(format, options.open(project, pipeline, format)));
        plainWeights.forEach(
                format -> subjects.computeIfAbsent(format, missing -> options.open(project, pipeline, missing)));
        return subjects;
    }

    private Map<WeightFormat, Quality> qualities(Map<WeightFormat, Subject> subjects) {
        Map<WeightFormat, Quality> qualities = new EnumMap<>(WeightFormat.class);
        if (qualityCount == 0) {
            return qualities;
        }
        subjects.forEach((format, subject) -> {
            Workload workload = requests.workload(subject.pipeline());
            Decoder plain = new Decoder(subject, Way.PLAIN, options.maxNewTokens());
            workload.quality(
                            subject.pipeline(),
                            task -> subject.target()
                                    .vocabulary()
                                    .decode(plain.say(task, Sampling.GREEDY).tokens()),
                            qualityCount)
                    .ifPresent(quality -> qualities.put(format, quality));
        });
        return qualities;
    }

    private List<PipelineResult> measure(
            Project project,
            DescribedPipeline pipeline,
            WeightFormat format,
            Map<WeightFormat, Subject> subjects,
            Map<WeightFormat, Quality> qualities,
            BenchPlan plan) {
        Subject subject = subjects.get(format);
        if (subject == null) {
            return List.of();
        }
        Quality own = qualities.get(format);
        List<Subject> rivals = new ArrayList<>();
        for (WeightFormat other : plainWeights) {
            Subject rival = subjects.get(other);
            Quality theirs = qualities.get(other);
            if (rival != null && other != format && (own == null || theirs == null || theirs.keeps(own))) {
                rivals.add(rival);
            }
        }
        Subject untrained = options.openUntrained(project, pipeline, subject);
        return new PipelineBenchmark(subject, rivals, requests.tasks(subject.pipeline()), plan, own, untrained).run();
    }

    private static void write(@Nullable Path file, BenchReport report, Function<BenchReport, String> writer)
            throws IOException {
        if (file != null) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, writer.apply(report));
        }
    }
}
