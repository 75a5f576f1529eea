package dev.specula.bench;

import dev.specula.bench.project.DescribedPipeline;
import dev.specula.bench.project.Project;
import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads models, so that whoever loads them next on this machine finds their graphs and weights prepared. */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description = "Prepares models for this machine: what loads them next finds their graphs in the cache.")
final class PrepareCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Option(
            names = "--locations",
            split = ",",
            paramLabel = "<location>",
            description = "Models, in place of those of pipelines; each is prepared in all formats of --weights.")
    private List<String> locations = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        for (String location : locations) {
            for (WeightFormat format : options.weights()) {
                prepare(location + " in " + format, () -> {
                    try (CausalModel model = CheckpointLoader.load(location, CheckpointSource.of(location, format))) {
                        model.followers(); // are kept with the graphs
                    }
                });
            }
        }
        if (locations.isEmpty() || options.namesModels()) {
            preparePipelines();
        }
        return 0;
    }

    private void preparePipelines() {
        try (Project project = options.project()) {
            for (DescribedPipeline pipeline : options.pipelines(project)) {
                if (!pipeline.saysTokens()) {
                    open("the models of " + pipeline.key(), own -> own.openStates(pipeline));
                    continue;
                }
                for (WeightFormat format : options.weights()) {
                    open(
                            "the models of " + pipeline.key() + ", its target in " + format,
                            own -> options.open(own, pipeline, format));
                }
            }
        }
    }

    /** Loads in a project of its own, so that these models are closed before others are opened. */
    private void open(String what, Consumer<Project> loading) {
        prepare(what, () -> {
            try (Project own = options.project()) {
                loading.accept(own);
            }
        });
    }

    private void prepare(String what, Runnable loading) {
        print("Preparing " + what + ".");
        long start = System.nanoTime();
        loading.run();
        print(String.format(Locale.ROOT, "Prepared %s: %.1f s", what, (System.nanoTime() - start) / 1e9));
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
