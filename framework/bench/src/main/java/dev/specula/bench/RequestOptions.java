package dev.specula.bench;

import dev.specula.bench.picture.PictureFolder;
import dev.specula.bench.sound.SoundFolder;
import dev.specula.bench.text.TextFolder;
import dev.specula.bench.workload.Task;
import dev.specula.bench.workload.Workload;
import dev.specula.plan.Pipeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What pipelines are asked, and how their answers are drawn. */
final class RequestOptions {
    @Option(
            names = "--prompts",
            defaultValue = "40",
            description = "Requests at each temperature. Default: ${DEFAULT-VALUE}.")
    private int prompts;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the answers. Default: ${DEFAULT-VALUE}.")
    private long seed;

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

    @Option(
            names = "--sounds",
            paramLabel = "<folder>",
            description = "Speech to write down, beside each file a .txt with its words where its transcript is to be"
                    + " judged. Needs specula-speech on the class path.")
    private @Nullable Path sounds;

    @Option(
            names = "--texts",
            paramLabel = "<folder>",
            description =
                    "Requests in words, each a file that ends in .txt. Default: passages that come with this program.")
    private @Nullable Path texts;

    @Option(
            names = "--language",
            defaultValue = "en",
            description = "Language of the speech; auto lets the model find out. Default: ${DEFAULT-VALUE}.")
    private String language = "en";

    int prompts() {
        return AtLeast.of(1, "--prompts", prompts);
    }

    long seed() {
        return seed;
    }

    List<Double> temperatures() {
        return temperatures;
    }

    /** The requests to {@code pipeline}. */
    List<Task> tasks(Pipeline pipeline) {
        return tasks(pipeline, prompts());
    }

    /** The first {@code count} requests to {@code pipeline}. */
    List<Task> tasks(Pipeline pipeline, int count) {
        return workload(pipeline).tasks(pipeline, count);
    }

    /** What to try {@code pipeline} on. */
    Workload workload(Pipeline pipeline) {
        List<Workload> workloads = new ArrayList<>();
        if (pictures != null) {
            workloads.add(new PictureFolder(pictures));
        }
        if (sounds != null) {
            workloads.add(new SoundFolder(sounds, language));
        }
        if (texts != null) {
            workloads.add(new TextFolder(texts));
        }
        ServiceLoader.load(Workload.class).forEach(workloads::add);
        return workloads.stream()
                .filter(workload -> workload.fits(pipeline))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A workload must fit the pipeline \""
                        + pipeline.description().key() + "\", but none on the class path does; add a "
                        + Workload.class.getName() + "."));
    }
}
