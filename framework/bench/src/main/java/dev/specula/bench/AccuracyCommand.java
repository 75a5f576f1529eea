package dev.specula.bench;

import dev.specula.bench.decoding.Decoder;
import dev.specula.bench.decoding.Subject;
import dev.specula.bench.decoding.Way;
import dev.specula.bench.picture.BlocksPictures;
import dev.specula.bench.project.DescribedPipeline;
import dev.specula.bench.project.Project;
import dev.specula.bench.workload.Quality;
import dev.specula.bench.workload.Workload.Answers;
import dev.specula.blocks.scene.Rendering;
import dev.specula.graphs.WeightFormat;
import dev.specula.token.Sampling;
import dev.specula.visionlanguage.ImageToText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks what pipelines say of scenes that they never saw, drawn as in training and by other means. */
@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        description = "Checks what pipelines say of scenes they never saw, against the truth.")
final class AccuracyCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Option(names = "--scenes", defaultValue = "1000", description = "Scenes to ask about. Default: ${DEFAULT-VALUE}.")
    private int scenes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Map<String, LongFunction<Rendering>> renderings = new LinkedHashMap<>();
        renderings.put("drawn as in training", Rendering::plain);
        renderings.put("drawn by other means", Rendering::byOtherMeans);
        try (Project project = options.project()) {
            for (DescribedPipeline pipeline : options.pipelines(project)) {
                if (!pipeline.contract().equals(ImageToText.class.getName())) {
                    continue; // those that draw have a command of their own
                }
                for (WeightFormat format : options.weights()) {
                    Subject subject = options.open(project, pipeline, format);
                    renderings.forEach((name, rendering) -> print(subject, name, rendering));
                }
            }
        }
        return 0;
    }

    private void print(Subject subject, String name, LongFunction<Rendering> rendering) {
        Decoder decoder = new Decoder(subject, Way.SPECULATIVE, options.maxNewTokens());
        Answers answers = task -> subject.target()
                .vocabulary()
                .decode(decoder.say(task, Sampling.GREEDY).tokens());
        Quality quality = new BlocksPictures().quality(subject.pipeline(), answers, scenes, rendering);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s %s, %d scenes %s: %.2f %% of attribute facts, %.2f %% of questions right.%n",
                subject.key(),
                subject.target().spec().weights(),
                scenes,
                name,
                100 * quality.parts().getOrDefault("facts", 0.0),
                100 * quality.parts().getOrDefault("questions", 0.0));
        out.flush();
    }
}
