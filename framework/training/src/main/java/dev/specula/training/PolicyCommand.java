package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.training.data.NoisyBatch;
import dev.specula.training.data.ReachExamples;
import dev.specula.training.model.PolicyNetwork;
import dev.specula.training.model.Weights;
import dev.specula.training.store.DenoiserFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the policy from where its checkpoint stands, measures it as it then is, and writes its folder. */
@Command(
        name = "policy",
        description = "Trains, measures and writes the policy: a denoiser of paths that reach a block.")
final class PolicyCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyCommand.class);
    private static final double RATE = 1e-3;
    private static final int DENOISING_STEPS = 100;
    private static final int VALIDATED = 200;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--models", required = true, description = "Directory to write the finished folder in.")
    private Path models = Path.of("");

    @Option(names = "--steps", defaultValue = "6000", description = "Steps (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--paths", defaultValue = "512", description = "Paths a step (default: ${DEFAULT-VALUE}).")
    private int paths;

    @Option(
            names = "--tasks",
            defaultValue = "2000",
            description = "Held-out tasks to measure (default: ${DEFAULT-VALUE}).")
    private int tasks;

    @Override
    public Integer call() throws IOException {
        run.startEngine();
        try (NDManager manager = NDManager.newBaseManager()) {
            PolicyNetwork network = new PolicyNetwork(PolicyNetwork.Sizes.standard(), new Weights(manager, run.seed));
            DenoiserRecipe recipe = new DenoiserRecipe(network, network.weights(), new Schedule(steps, RATE));
            PolicyMeasure measure = new PolicyMeasure(network, DENOISING_STEPS, manager);
            NoisyBatch unseen = NoisyBatch.of(new ReachExamples(SeedRange.VALIDATION), 0, paths);
            long learnt = new DenoiserRun(recipe, run, steps, paths)
                    .train(
                            new ReachExamples(SeedRange.TRAINING),
                            () -> "unseen loss %.4f  %s"
                                    .formatted(recipe.loss(unseen), measure.of(SeedRange.VALIDATION, VALIDATED)));
            PolicyMeasure.Result result = measure.of(SeedRange.HELD_OUT, tasks);
            LOG.info("after {} steps, {} held-out tasks: {}", learnt, tasks, result);
            new DenoiserFolder(models.resolve("policy"))
                    .writePolicy(
                            network,
                            DENOISING_STEPS,
                            DenoiserCard.policy(network, learnt, paths, DENOISING_STEPS, tasks, result));
        }
        return 0;
    }
}
