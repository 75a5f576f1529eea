package dev.specula.bench;

import dev.specula.bench.denoising.DenoisingTask;
import dev.specula.bench.denoising.DenoisingWorkload;
import dev.specula.bench.denoising.GivenConditions;
import dev.specula.bench.denoising.StatesSubject;
import dev.specula.denoise.DenoiserSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What denoising pipelines are tried on, and how closely their laws are compared. */
final class StatesOptions {
    @Option(
            names = "--conditions",
            paramLabel = "<file>",
            description =
                    "Conditions of denoising models, one a line, numbers with commas between them. Default: tasks of"
                            + " the blocks world for its own models.")
    private @Nullable Path conditions;

    @Option(
            names = "--law",
            defaultValue = "400",
            description = "States of one condition to compare laws of denoising pipelines by; 0 compares none. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int samples;

    int samples() {
        return AtLeast.of(0, "--law", samples);
    }

    /** The first {@code count} tasks for {@code subject}. */
    List<DenoisingTask> tasks(StatesSubject subject, int count) {
        DenoiserSpec model = subject.target().spec();
        Stream<DenoisingWorkload> known = conditions == null
                ? ServiceLoader.load(DenoisingWorkload.class).stream().map(ServiceLoader.Provider::get)
                : Stream.of(new GivenConditions(conditions));
        return known.filter(workload -> workload.fits(model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Conditions of " + model.conditions()
                        + " numbers are needed for the model \"" + model.name() + "\" of the pipeline \""
                        + subject.key() + "\", but "
                        + (conditions == null ? "none are known" : conditions + " has others")
                        + "; give a file of them with --conditions."))
                .tasks(model, count);
    }
}
