package dev.specula.bench;

import dev.specula.bench.decoding.Subject;
import dev.specula.bench.picture.PictureFolder;
import dev.specula.bench.project.DescribedPipeline;
import dev.specula.bench.project.Project;
import dev.specula.bench.workload.Workload;
import dev.specula.graphs.WeightFormat;
import dev.specula.plan.Pipeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands have in common: which pipelines, on which weights, asked what. */
final class ProjectOptions {
    @Option(
            names = "--pipelines",
            split = ",",
            paramLabel = "<key>",
            description = "Keys of the pipelines, for example captioner or captioner.lookup. Default: all.")
    private List<String> keys = List.of();

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "<method>=<location>",
            description = "Locations to take in place of those that the models are annotated with.")
    private Map<String, String> locations = Map.of();

    @Option(
            names = "--draft-weights",
            defaultValue = "f32",
            description = "Format of draft models: f32, ri8 or int4. Default: ${DEFAULT-VALUE}.")
    private WeightFormat draftWeights = WeightFormat.F32;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the answers. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--max-new-tokens",
            defaultValue = "96",
            description = "Most tokens of an answer. Default: ${DEFAULT-VALUE}.")
    private int maxNewTokens;

    @Option(
            names = "--temperatures",
            split = ",",
            defaultValue = "0,0.8",
            description = "Temperatures of the answers. Default: ${DEFAULT-VALUE}.")
    private List<Double> temperatures = List.of();

    @Option(
            names = "--pictures",
            paramLabel = "<folder>",
            description = "Pictures to ask about. Default: drawn scenes of coloured shapes.")
    private @Nullable Path pictures;

    /** The project on the class path. The caller closes it. */
    Project project() {
        return Project.ofClassPath(locations);
    }

    long seed() {
        return seed;
    }

    int maxNewTokens() {
        return maxNewTokens;
    }

    List<Double> temperatures() {
        return temperatures;
    }

    /** The pipelines asked for. */
    List<DescribedPipeline> pipelines(Project project) {
        List<DescribedPipeline> all = project.pipelines();
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "The class path must describe at least one pipeline in META-INF/specula, but"
                            + " describes none; run spec:generate and compile first.");
        }
        List<String> known = all.stream().map(DescribedPipeline::key).toList();
        for (String key : keys) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        "A pipeline must be one of " + known + ", but \"" + key + "\" was asked for.");
            }
        }
        return all.stream()
                .filter(pipeline -> keys.isEmpty() || keys.contains(pipeline.key()))
                .toList();
    }

    Subject open(Project project, DescribedPipeline pipeline, WeightFormat weights) {
        return project.open(pipeline, weights, draftWeights);
    }

    /** What to try {@code pipeline} on. */
    Workload workload(Pipeline pipeline) {
        if (pictures != null) {
            return new PictureFolder(pictures);
        }
        return ServiceLoader.load(Workload.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(workload -> workload.fits(pipeline))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A workload must fit the pipeline \""
                        + pipeline.description().key() + "\", but none on the class path does; add a "
                        + Workload.class.getName() + "."));
    }
}
