package dev.specula.bench;

import dev.specula.bench.denoising.DenoisingSuite;
import dev.specula.bench.report.DenoisingReport;
import dev.specula.bench.report.DenoisingResult;
import dev.specula.bench.report.JsonReport;
import dev.specula.bench.report.Machine;
import dev.specula.denoise.DenoisingModel;
import dev.specula.diffusion.BlocksDenoisers;
import dev.specula.graphs.DenoiserLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the denoising pipelines of both blocks denoisers against the plain sampler. */
@Command(
        name = "denoising",
        mixinStandardHelpOptions = true,
        description = "Measures denoising pipelines against the plain sampler.")
final class DenoisingCommand implements Callable<Integer> {
    @Option(
            names = "--policy",
            defaultValue = BlocksDenoisers.POLICY,
            description = "Where the policy is. Default: ${DEFAULT-VALUE}.")
    private String policy = "";

    @Option(
            names = "--tiles",
            defaultValue = BlocksDenoisers.TILES,
            description = "Where the denoiser of tiles is. Default: ${DEFAULT-VALUE}.")
    private String tiles = "";

    @Option(names = "--tasks", defaultValue = "200", description = "Paths to draw. Default: ${DEFAULT-VALUE}.")
    private int tasks;

    @Option(names = "--pictures", defaultValue = "64", description = "Tiles to draw. Default: ${DEFAULT-VALUE}.")
    private int pictures;

    @Option(
            names = "--repeats",
            defaultValue = "3",
            description = "How often all are drawn, after once to warm up. Default: ${DEFAULT-VALUE}.")
    private int repeats;

    @Option(
            names = "--windows",
            split = ",",
            defaultValue = "4,8,16",
            description = "Most drafted states of a round. Default: ${DEFAULT-VALUE}.")
    private List<Integer> windows = List.of();

    @Option(
            names = "--law",
            defaultValue = "400",
            description = "Paths of one task to compare laws by; 0 compares none. Default: ${DEFAULT-VALUE}.")
    private int samples;

    @Option(names = "--seed", defaultValue = "1", description = "Of the noise. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--json", paramLabel = "<file>", description = "Writes the results as JSON.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        DenoiserLoader loader = DenoiserLoader.of(Map.of("policy", policy, "tiles", tiles));
        DenoisingSuite suite = new DenoisingSuite(repeats, seed);
        List<DenoisingReport.MeasuredDenoiser> models = new ArrayList<>();
        List<DenoisingResult> results = new ArrayList<>();
        try (DenoisingModel paths = loader.denoising("policy");
                DenoisingModel drawings = loader.denoising("tiles")) {
            models.add(suite.costs(paths));
            suite.paths(paths, tasks, windows, samples, result -> print(result, results));
            models.add(suite.costs(drawings));
            suite.tiles(drawings, pictures, result -> print(result, results));
        }
        if (json != null) {
            Path folder = json.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(json, JsonReport.write(new DenoisingReport(seed, Machine.here(), models, results)));
        }
        return 0;
    }

    private void print(DenoisingResult result, List<DenoisingResult> results) {
        results.add(result);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s (%s): %.1f calls for %.0f steps, acceptance %.3f, speed-up %.2f (%.1f ms, plain %.1f ms),"
                        + " quality %s, plain %s%n",
                result.pipeline(),
                result.settings(),
                result.calls(),
                result.steps(),
                result.acceptanceRate(),
                result.speedup(),
                result.millis(),
                result.plainMillis(),
                result.quality(),
                result.plainQuality());
        DenoisingResult.Law law = result.law();
        if (law != null) {
            out.printf(
                    Locale.ROOT,
                    "  laws differ by %.4f on the worst of %d lines; %.4f is passed once in a hundred%n",
                    law.largestDistance(),
                    law.projections(),
                    law.criticalDistance());
        }
        out.flush();
    }
}
