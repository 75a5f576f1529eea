package dev.specula.bench;

import dev.specula.bench.decoding.Subject;
import dev.specula.bench.project.DescribedPipeline;
import dev.specula.bench.project.Project;
import dev.specula.bench.report.Machine;
import dev.specula.bench.report.WindowReport;
import dev.specula.bench.report.WindowResult;
import dev.specula.bench.report.WindowTable;
import dev.specula.bench.windows.WindowSweep;
import dev.specula.bench.workload.Workload;
import dev.specula.graphs.WeightFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures every pipeline with drafts of several fixed lengths. */
@Command(
        name = "windows",
        mixinStandardHelpOptions = true,
        description = "Measures every pipeline with drafts of several fixed lengths.")
final class WindowsCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Mixin
    private RequestOptions requests = new RequestOptions();

    @Option(
            names = "--windows",
            split = ",",
            defaultValue = "8,16,32",
            description = "Drafted tokens a round. Default: ${DEFAULT-VALUE}.")
    private List<Integer> windows = List.of();

    @Option(
            names = "--plain-weights",
            split = ",",
            defaultValue = "f32,ri8,int4",
            description = "Formats whose plain decoding is compared with. Default: ${DEFAULT-VALUE}.")
    private List<WeightFormat> plainWeights = List.of();

    @Option(names = "--json", paramLabel = "<file>", description = "Writes the results as JSON.")
    private @Nullable Path json;

    @Option(names = "--table", paramLabel = "<file>", description = "Writes the results as a table in Markdown.")
    private @Nullable Path table;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<WindowResult> results = new ArrayList<>();
        windows.forEach(window -> AtLeast.of(1, "--windows", window));
        try (Project project = options.project()) {
            for (WeightFormat format : options.weights()) {
                for (DescribedPipeline pipeline : options.tokenPipelines(project)) {
                    Subject subject = options.open(project, pipeline, format);
                    List<Subject> rivals = plainWeights.stream()
                            .filter(other -> other != format)
                            .map(other -> options.open(project, pipeline, other))
                            .toList();
                    Workload workload = requests.workload(subject.pipeline());
                    WindowSweep sweep = new WindowSweep(
                            subject, rivals, workload, requests.prompts(), options.maxNewTokens(), requests.seed());
                    for (double temperature : requests.temperatures()) {
                        results.addAll(sweep.run(windows, temperature));
                    }
                }
            }
        }
        String written = WindowTable.write(results);
        PrintWriter out = spec.commandLine().getOut();
        out.print(written);
        out.flush();
        write(json, new WindowReport(requests.seed(), Machine.here(), results).json());
        write(table, written);
        return 0;
    }

    private static void write(@Nullable Path file, String text) throws IOException {
        if (file != null) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        }
    }
}
