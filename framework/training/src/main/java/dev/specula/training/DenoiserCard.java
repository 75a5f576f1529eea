package dev.specula.training;

import dev.specula.blocks.motion.Outcome;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.training.model.PictureNetwork;
import dev.specula.training.model.PolicyNetwork;

/** The README of a denoiser's folder. */
final class DenoiserCard {

    private DenoiserCard() {}

    static String policy(
            PolicyNetwork network, long learnt, int paths, int steps, int tasks, PolicyMeasure.Result result) {
        return """
                ---
                license: apache-2.0
                pipeline_tag: robotics
                ---
                # Blocks: reach policy

                Says how a hand comes to a block without touching another: sixteen waypoints, 32 numbers, by denoising (a
                diffusion policy). It sees the places and radii of up to four blocks. %.1f million weights: a residual
                perceptron of %d blocks, steered by time and observation.

                - **Data**: generated, scenes of the range `%s`; random smooth paths that reach the goal with room to spare.
                - **Recipe**: the `policy` command of `framework/training`, %d steps of %d paths; velocity of the cosine
                  schedule, mean square error; AdamW, gradient norm clipped to 1.
                - **Measured** in f32, %d ancestral steps, on %d tasks of the range `%s`, which training never sees: a program
                  finds %.2f %% of paths right (touched another block %d, missed the goal %d, moved too fast %d).

                It knows nothing but blocks.
                """.formatted(
                        network.weights().size() / 1e6,
                        network.sizes().blocks(),
                        SeedRange.TRAINING,
                        learnt,
                        paths,
                        steps,
                        tasks,
                        SeedRange.HELD_OUT,
                        100 * result.success(),
                        result.outcomes().getOrDefault(Outcome.TOUCHED, 0),
                        result.outcomes().getOrDefault(Outcome.MISSED, 0),
                        result.outcomes().getOrDefault(Outcome.RUSHED, 0));
    }

    static String tiles(
            PictureNetwork network, long learnt, int pictures, int steps, double guidance, TilesMeasure.Result result) {
        return """
                ---
                license: apache-2.0
                pipeline_tag: unconditional-image-generation
                ---
                # Blocks: tile denoiser

                Draws 32 x 32 pictures of one coloured block on grey, of the shape and colour it is told. %.1f million weights:
                a diffusion transformer of %d blocks over %d patches.

                - **Data**: generated; no picture from outside.
                - **Recipe**: the `tiles` command of `framework/training`, %d steps of %d pictures, one in ten untold; velocity of
                  the cosine schedule, mean square error; AdamW, gradient norm clipped to 1.
                - **Measured** in f32, %d steps of DDIM without noise, guidance %.1f, on %d pictures: a program reads the shape back in
                  %.2f %%, the colour in %.2f %%; mean square distance from the nearest clean drawing %.4f of 1.

                It knows nothing but blocks.
                """.formatted(
                        network.weights().size() / 1e6,
                        network.sizes().blocks(),
                        network.sizes().patches(),
                        learnt,
                        pictures,
                        steps,
                        guidance,
                        result.pictures(),
                        100 * result.shapes(),
                        100 * result.colours(),
                        result.error());
    }
}
