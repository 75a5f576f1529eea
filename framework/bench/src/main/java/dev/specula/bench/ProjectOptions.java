package dev.specula.bench;

import dev.specula.bench.decoding.Subject;
import dev.specula.bench.project.DescribedPipeline;
import dev.specula.bench.project.Project;
import dev.specula.graphs.WeightFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands have in common: which pipelines, on which weights, and how long their answers may be. */
final class ProjectOptions {
    private static final long UNTRAINED = 1; // seed of weights

    @Option(
            names = "--pipelines",
            split = ",",
            paramLabel = "<key>",
            description =
                    "Keys of the pipelines, for example captioner or captioner.lookup, from anywhere on the class path."
                            + " Default: all, or those of --classes.")
    private List<String> keys = List.of();

    @Option(
            names = "--classes",
            paramLabel = "<folder>",
            description = "Folder of compiled classes whose own pipelines are meant where --pipelines names none.")
    private @Nullable Path classes;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "<method>=<location>",
            description = "Locations to take in place of those that the models are annotated with.")
    private Map<String, String> locations = Map.of();

    @Option(
            names = "--weights",
            split = ",",
            defaultValue = "ri8",
            description = "Formats of the target that pipelines run on: f32, ri8 or int4. Default: ${DEFAULT-VALUE}.")
    private List<WeightFormat> weights = List.of();

    @Option(
            names = "--draft-weights",
            defaultValue = "int4",
            description = "Format of draft models: f32, ri8 or int4. Default: ${DEFAULT-VALUE}.")
    private WeightFormat draftWeights = WeightFormat.INT4;

    @Option(
            names = "--max-new-tokens",
            defaultValue = "96",
            description = "Most tokens of an answer. Default: ${DEFAULT-VALUE}.")
    private int maxNewTokens;

    /** Whether locations are named for methods of pipelines. */
    boolean namesModels() {
        return !locations.isEmpty();
    }

    /** The project on the class path. The caller closes it. */
    Project project() {
        return Project.ofClassPath(locations);
    }

    /** Formats of the target, in the order asked for. */
    List<WeightFormat> weights() {
        return weights;
    }

    int maxNewTokens() {
        return AtLeast.of(1, "--max-new-tokens", maxNewTokens);
    }

    /** The pipelines asked for; of two with the same key, that of {@code --classes}. */
    List<DescribedPipeline> pipelines(Project project) {
        List<DescribedPipeline> all = project.pipelines();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("The class path must describe at least one pipeline in META-INF/specula,"
                    + " but describes none; run spec:generate and compile first.");
        }
        List<DescribedPipeline> own = classes == null ? all : project.pipelinesIn(classes);
        if (keys.isEmpty() && own.isEmpty()) {
            throw new IllegalArgumentException("At least one pipeline must be in " + classes
                    + ", but none is; annotate a model and compile, or name pipelines of dependencies: " + keysOf(all)
                    + ".");
        }
        if (keys.isEmpty()) {
            return own;
        }
        List<DescribedPipeline> named = new ArrayList<>();
        for (String key : keys) {
            List<DescribedPipeline> found = withKey(own, key);
            found = found.isEmpty() ? withKey(all, key) : found;
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        "A pipeline must be one of " + keysOf(all) + ", but \"" + key + "\" was asked for.");
            }
            named.addAll(found);
        }
        return named;
    }

    private static List<DescribedPipeline> withKey(List<DescribedPipeline> pipelines, String key) {
        return pipelines.stream().filter(pipeline -> pipeline.key().equals(key)).toList();
    }

    private static List<String> keysOf(List<DescribedPipeline> pipelines) {
        return pipelines.stream().map(DescribedPipeline::key).toList();
    }

    /** Those of them that say tokens. */
    List<DescribedPipeline> tokenPipelines(Project project) {
        return pipelines(project).stream().filter(DescribedPipeline::saysTokens).toList();
    }

    Subject open(Project project, DescribedPipeline pipeline, WeightFormat weights) {
        return project.open(pipeline, weights, draftWeights);
    }

    /** The same with random weights in its draft model; absent without a draft model. */
    @Nullable
    Subject openUntrained(Project project, DescribedPipeline pipeline, Subject trained) {
        return project.openUntrained(pipeline, trained.target(), draftWeights, UNTRAINED);
    }
}
