package dev.specula.bench;

import dev.specula.bench.decoding.Subject;
import dev.specula.bench.project.DescribedPipeline;
import dev.specula.bench.project.Project;
import dev.specula.bench.verify.Comparer;
import dev.specula.bench.verify.Comparison;
import dev.specula.bench.workload.Task;
import dev.specula.graphs.WeightFormat;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares every pipeline with its target alone, token by token. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Compares every pipeline with its target alone, token by token.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Mixin
    private RequestOptions requests = new RequestOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean holds = true;
        try (Project project = options.project()) {
            for (DescribedPipeline pipeline : options.pipelines(project)) {
                for (WeightFormat format : options.weights()) {
                    Subject subject = options.open(project, pipeline, format);
                    List<Task> tasks = requests.tasks(subject.pipeline());
                    for (double temperature : requests.temperatures()) {
                        Comparison comparison =
                                Comparer.compare(subject, tasks, temperature, requests.seed(), options.maxNewTokens());
                        out.println(format + ": " + comparison.describe());
                        out.flush();
                        holds &= comparison.holds();
                    }
                }
            }
        }
        return holds ? 0 : 1;
    }
}
