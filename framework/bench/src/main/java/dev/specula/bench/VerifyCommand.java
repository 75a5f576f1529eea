package dev.specula.bench;

import dev.specula.bench.decoding.Subject;
import dev.specula.bench.denoising.DenoisingTask;
import dev.specula.bench.denoising.StatesComparer;
import dev.specula.bench.denoising.StatesComparison;
import dev.specula.bench.denoising.StatesSubject;
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

/** Compares every pipeline with its target alone: tokens one by one, states number by number and by their law. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Compares every pipeline with its target alone: tokens one by one, states number by number and by their"
                        + " law.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Mixin
    private RequestOptions requests = new RequestOptions();

    @Mixin
    private StatesOptions states = new StatesOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean holds = true;
        try (Project project = options.project()) {
            for (DescribedPipeline pipeline : options.pipelines(project)) {
                holds &= pipeline.saysTokens() ? tokensHold(project, pipeline) : statesHold(project, pipeline);
            }
        }
        return holds ? 0 : 1;
    }

    private boolean tokensHold(Project project, DescribedPipeline pipeline) {
        boolean holds = true;
        for (WeightFormat format : options.weights()) {
            Subject subject = options.open(project, pipeline, format);
            List<Task> tasks = requests.tasks(subject.pipeline());
            for (double temperature : requests.temperatures()) {
                Comparison comparison =
                        Comparer.compare(subject, tasks, temperature, requests.seed(), options.maxNewTokens());
                print(format + ": " + comparison.describe());
                holds &= comparison.holds();
            }
        }
        return holds;
    }

    private boolean statesHold(Project project, DescribedPipeline pipeline) {
        StatesSubject subject = project.openStates(pipeline);
        List<DenoisingTask> tasks = states.tasks(subject, requests.prompts());
        StatesComparison comparison = StatesComparer.compare(subject, tasks, requests.seed(), states.samples());
        print(comparison.describe());
        return comparison.holds();
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
