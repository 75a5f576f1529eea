package dev.specula.training;

import dev.specula.blocks.scene.SeedRange;
import dev.specula.training.model.DraftView;

/** The README of a model folder. */
final class ModelCard {

    private ModelCard() {}

    static String target(long parameters, long step, int scenes, Measure.Result plain, Measure.Result otherMeans) {
        return """
                ---
                license: apache-2.0
                pipeline_tag: image-text-to-text
                ---
                # Blocks: target

                Describes and answers questions about 96 x 96 pictures of one to four coloured blocks, in lower-case
                English. %.1f million weights: a convolutional stem and two SigLIP blocks, pixel shuffle to 16 visual rows,
                and a Llama decoder of six layers.

                - **Data**: generated, scenes of the range `%s` from seed %d on; no picture or text from outside.
                - **Recipe**: the `target` command of `framework/training`, %d steps: first the encoder alone, from labels,
                  then all of it, from captions and questions; its visual rows are taught to look like the words for what they
                  show, and one head to look at the block an answer is about. AdamW, gradient norm clipped to 1.
                - **In 8 bits** (`ri8`) its decoder's inputs are rounded to the steps that `input_scale` gives, found by `publish`
                  on %d scenes of the range `%s`.
                - **Measured** by arg-max decoding in f32 on %d scenes of the range `%s`, which training never sees:

                | pictures | attribute facts right | questions right |
                |---|---|---|
                | drawn plainly | %.2f %% | %.2f %% |
                | drawn by other means (jagged, resized, turned, JPEG) | %.2f %% | %.2f %% |

                It knows nothing but blocks.
                """.formatted(
                        parameters / 1e6,
                        SeedRange.TRAINING,
                        SeedRange.TRAINING.first(),
                        step,
                        PublishCommand.WATCHED,
                        SeedRange.VALIDATION,
                        scenes,
                        SeedRange.HELD_OUT,
                        100 * plain.attributes().share(),
                        100 * plain.allQuestions().share(),
                        100 * otherMeans.attributes().share(),
                        100 * otherMeans.allQuestions().share());
    }

    static String draft(Student student, long steps, int pictures, Distillation.Agreement agreement) {
        DraftView view = student.model().view();
        return """
                ---
                license: apache-2.0
                pipeline_tag: text-generation
                ---
                # Blocks: draft, %s

                Guesses the words of the target beside it. %.2f million weights: a Llama decoder of %d layers. %s

                - **Data**: scenes of the range `%s`; one step in three on perfect answers, on the target's own, and on
                  answers it sampled at temperature %.1f.
                - **Recipe**: the `draft` command of `framework/training`, %d steps of %d pictures, cross-entropy against the
                  target's laws.
                - **Measured** on validation scenes, on the target's own answers: the same most likely token at
                  %.2f %% of places; laws at temperature %.1f overlap by %.2f %%.
                """.formatted(
                        view.text(),
                        student.weights().size() / 1e6,
                        student.model().shape().layers(),
                        view == DraftView.POOLED
                                ? "It reads the target's 16 projected visual rows."
                                : "It never sees the picture.",
                        SeedRange.DISTILLATION,
                        Distillation.TEMPERATURE,
                        steps,
                        pictures,
                        100 * agreement.agreement(),
                        Distillation.TEMPERATURE,
                        100 * agreement.overlap());
    }
}
