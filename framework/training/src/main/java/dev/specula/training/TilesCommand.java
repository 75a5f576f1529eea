package dev.specula.training;

import ai.djl.ndarray.NDManager;
import dev.specula.training.data.NoisyBatch;
import dev.specula.training.data.TileExamples;
import dev.specula.training.model.PictureNetwork;
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

/** Trains the tile denoiser from where its checkpoint stands, measures it as it then is, and writes its folder. */
@Command(name = "tiles", description = "Trains, measures and writes the denoiser of 32 x 32 pictures of one block.")
final class TilesCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(TilesCommand.class);
    private static final double RATE = 7e-4;
    private static final int DENOISING_STEPS = 50;
    private static final double ETA = 0; // no noise in the steps: what forecasts of features were made for
    private static final int VALIDATED = 16;
    private static final long UNSEEN = 1L << 40; // no run takes so many steps
    private static final long SEED = 4;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--models", required = true, description = "Directory to write the finished folder in.")
    private Path models = Path.of("");

    @Option(names = "--steps", defaultValue = "4500", description = "Steps (default: ${DEFAULT-VALUE}).")
    private long steps;

    @Option(names = "--pictures", defaultValue = "48", description = "Pictures a step (default: ${DEFAULT-VALUE}).")
    private int pictures;

    @Option(
            names = "--guidance",
            defaultValue = "2",
            description = "Scale to measure with (default: ${DEFAULT-VALUE}).")
    private double guidance;

    @Option(
            names = "--measured",
            defaultValue = "256",
            description = "Pictures to measure (default: ${DEFAULT-VALUE}).")
    private int measured;

    @Override
    public Integer call() throws IOException {
        run.startEngine();
        try (NDManager manager = NDManager.newBaseManager()) {
            PictureNetwork network =
                    new PictureNetwork(PictureNetwork.Sizes.standard(), new Weights(manager, run.seed));
            DenoiserRecipe recipe = new DenoiserRecipe(network, network.weights(), new Schedule(steps, RATE));
            TilesMeasure measure = new TilesMeasure(network, DENOISING_STEPS, ETA, guidance, manager);
            TileExamples tiles = new TileExamples(network.sizes().patch());
            NoisyBatch unseen = NoisyBatch.of(tiles, UNSEEN, pictures);
            long learnt = new DenoiserRun(recipe, run, steps, pictures)
                    .train(
                            tiles,
                            () -> "unseen loss %.4f  %s".formatted(recipe.loss(unseen), measure.of(VALIDATED, 0)));
            TilesMeasure.Result result = measure.of(measured, SEED);
            LOG.info("after {} steps, guidance {}: {}", learnt, guidance, result);
            new DenoiserFolder(models.resolve("tiles"))
                    .writeTiles(
                            network,
                            DENOISING_STEPS,
                            ETA,
                            guidance,
                            DenoiserCard.tiles(network, learnt, pictures, DENOISING_STEPS, guidance, result));
        }
        return 0;
    }
}
