package dev.specula.training;

import dev.specula.blocks.scene.SeedRange;
import dev.specula.training.model.TokenizerShape;

/** The READMEs of the folders that draw. */
final class PictureModelCard {

    private PictureModelCard() {}

    static String tokenizer(
            TokenizerShape shape, long parameters, long steps, int pictures, TokenizerRecipe.Fidelity fidelity) {
        return """
                ---
                license: apache-2.0
                pipeline_tag: image-feature-extraction
                ---
                # Blocks: picture tokenizer

                Turns 96 x 96 pictures of one or two upright blocks on flat ground into %d x %d codes of %d, and back (VQ-VAE).
                %.2f million numbers. A code depends on its own %d x %d pixels; the decoder sees the neighbours too.

                - **Data**: generated, flat scenes of the range `%s`; no picture from outside.
                - **Recipe**: the `picture-tokenizer` command of `framework/training`, %d steps of %d pictures. AdamW; the
                  codebook is kept by running means, and dead codes are revived.
                - **Measured** on %d scenes of the range `%s`, which training never sees: mean error %.2f of 255 a channel.

                It knows nothing but blocks.
                """.formatted(
                        shape.side(),
                        shape.side(),
                        shape.codes(),
                        parameters / 1e6,
                        shape.patch(),
                        shape.patch(),
                        SeedRange.TRAINING,
                        steps,
                        pictures,
                        TokenizerCommand.FINALLY_MEASURED,
                        SeedRange.VALIDATION,
                        fidelity.error());
    }

    static String model(long parameters, long steps, int pictures, DrawingCommand.Validation validation) {
        return """
                ---
                license: apache-2.0
                pipeline_tag: text-to-image
                ---
                # Blocks: picture model

                Draws one or two coloured blocks from a caption in lower-case English, as codes of the picture tokenizer beside
                it. %.1f million weights: a Llama decoder of five layers. Made for guidance (3) at temperature 1.

                - **Data**: generated, flat scenes of the range `%s` and requests to draw them, one in ten without its caption;
                  no picture or text from outside.
                - **Recipe**: the `picture-model` command of `framework/training`, %d steps of %d pictures. AdamW, gradient norm
                  clipped to 1.
                - **Measured** on %d scenes of the range `%s`, which training never sees: %.2f nats a picture with its caption,
                  %.2f without.

                It knows nothing but blocks.
                """.formatted(
                        parameters / 1e6,
                        SeedRange.TRAINING,
                        steps,
                        pictures,
                        DrawingCommand.FINALLY_MEASURED,
                        SeedRange.VALIDATION,
                        validation.told(),
                        validation.untold());
    }
}
