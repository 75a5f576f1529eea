package dev.specula.bench;

import dev.specula.bench.decoding.Subject;
import dev.specula.bench.drawing.DrawnFacts;
import dev.specula.bench.project.DescribedPipeline;
import dev.specula.bench.project.Project;
import dev.specula.blocks.text.Checker;
import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.plan.Speculation;
import dev.specula.texttoimage.DrawingOptions;
import dev.specula.texttoimage.TextToImage;
import dev.specula.token.Guidance;
import dev.specula.visionlanguage.BlocksModels;
import dev.specula.visionlanguage.DefaultPipelines;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks whether pipelines draw what captions that they never saw ask for. */
@Command(
        name = "drawing-accuracy",
        mixinStandardHelpOptions = true,
        description = "Checks whether pipelines draw what captions that they never saw ask for.")
final class DrawingAccuracyCommand implements Callable<Integer> {
    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Option(names = "--captions", defaultValue = "500", description = "Pictures to ask for. Default: ${DEFAULT-VALUE}.")
    private int captions;

    @Option(
            names = "--speculation",
            split = ",",
            defaultValue = "plain,auto",
            description = "How to draw: plain, off or auto. Default: ${DEFAULT-VALUE}.")
    private List<String> speculation = List.of();

    @Option(
            names = "--guidance",
            split = ",",
            description = "How much captions count, 1 meaning none of it. Default: as the pipeline does.")
    private List<Double> guidance = List.of();

    @Option(
            names = "--plausibility",
            split = ",",
            description =
                    "Share of the likeliest code's probability that a code must have with the caption to be guided at all,"
                            + " 0 meaning none. Default: as the pipeline does.")
    private List<Double> plausibility = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (CausalModel eyes = load("eyes", BlocksModels.TARGET, WeightFormat.RI8);
                CausalModel words = load("words", BlocksModels.DRAFT, WeightFormat.F32);
                Project project = options.project()) {
            DrawnFacts facts =
                    new DrawnFacts(DefaultPipelines.withDraft(eyes, words, DefaultPipelines.LONGEST), captions);
            print("true pictures, read back", facts.ofTheTruth());
            for (DescribedPipeline pipeline : options.pipelines(project)) {
                if (pipeline.contract().equals(TextToImage.class.getName())) {
                    check(project, pipeline, facts);
                }
            }
        }
        return 0;
    }

    private void check(Project project, DescribedPipeline pipeline, DrawnFacts facts) {
        for (WeightFormat format : options.weights()) {
            Subject subject = options.open(project, pipeline, format);
            TextToImage drawer = (TextToImage) subject.pipeline();
            String what = subject.key() + " " + subject.target().spec().weights();
            for (Guidance guided : guidances(drawer.options().guidance())) {
                for (String wanted : speculation) {
                    DrawingOptions drawn = drawer.options().with(guided).with(drafting(wanted));
                    print(
                            "%s, guidance %s, plausibility %s, %s"
                                    .formatted(what, guided.scale(), guided.plausibility(), wanted),
                            facts.of(drawer, drawn));
                }
            }
        }
    }

    private List<Guidance> guidances(Guidance usual) {
        List<Guidance> wanted = new ArrayList<>();
        for (double scale : guidance.isEmpty() ? List.of(usual.scale()) : guidance) {
            for (double cut : plausibility.isEmpty() ? List.of(usual.plausibility()) : plausibility) {
                wanted.add(new Guidance(scale, cut));
            }
        }
        return wanted;
    }

    private static Speculation drafting(String wanted) {
        return wanted.equals("plain") ? Speculation.PLAIN : Speculation.of(wanted);
    }

    private static CausalModel load(String name, String location, WeightFormat format) {
        return CheckpointLoader.load(name, CheckpointSource.of(location, format));
    }

    private void print(String what, Checker.Score score) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s: %.2f %% of %d attribute facts right in %d pictures.%n",
                what,
                100 * score.share(),
                score.all(),
                captions);
        out.flush();
    }
}
