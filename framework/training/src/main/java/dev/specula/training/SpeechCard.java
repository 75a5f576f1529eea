package dev.specula.training;

import dev.specula.blocks.scene.SeedRange;
import dev.specula.training.model.SpeechShape;
import dev.specula.training.sound.Clip;
import java.nio.file.Path;

/** The README of a folder of speech. */
final class SpeechCard {

    private SpeechCard() {}

    static String target(long parameters, SpeechShape shape, long step, int clips, SpeechMeasure.Errors errors) {
        return """
                ---
                license: apache-2.0
                pipeline_tag: automatic-speech-recognition
                ---
                # Blocks: speech target

                Writes down spoken commands about coloured blocks, in lower-case English, with timestamps a tenth of a second
                apart or without. Whisper's architecture at %.1f million weights: %d layers that hear windows of %d seconds,
                %d layers that write.

                - **Data**: commands of the seed range `%s`, spoken by FreeTTS's voice kevin16 at many rates, pitches
                  and sizes of the mouth, in rooms and noise; no recorded speech.
                - **Recipe**: the `speech-target` command of `framework/training`, %d steps: first the encoder alone, from
                  the phone, the word and the time of every 20 ms, then all of it; one head is taught to look for the word
                  at hand, and one for the word that follows. AdamW, gradient norm clipped to 1.
                - **In 8 bits** (`ri8`) its decoder's inputs are rounded to the steps that `input_scale` gives, queries of the
                  rows heard to `q_scale`, found by `speech-publish` on %d clips of the range `%s`.
                - **Measured** by arg-max decoding in f32 on %d clips of the range `%s`, which training never hears:
                  word error rate %.2f %% (%d of %d words); the timestamp after a sentence is the nearest to its end at
                  %.1f %% of sentences, and at most the one before or after that at %.1f %%.

                It knows one voice, which is none of a person, and nothing but blocks.
                """.formatted(
                        parameters / 1e6,
                        shape.encoder(),
                        Clip.SECONDS,
                        shape.decoder(),
                        SeedRange.TRAINING,
                        step,
                        SpeechPublishCommand.WATCHED,
                        SeedRange.VALIDATION,
                        clips,
                        SeedRange.HELD_OUT,
                        100 * errors.words().rate(),
                        errors.words().errors(),
                        errors.words().words(),
                        100 * errors.times().exact(),
                        100 * errors.times().near());
    }

    static String draft(
            long parameters, SpeechShape shape, long steps, int clips, SpeechDistillation.Agreement agreement) {
        return """
                ---
                license: apache-2.0
                pipeline_tag: automatic-speech-recognition
                ---
                # Blocks: speech draft

                Guesses the words of the target beside it. %.2f million weights: a Whisper decoder of %d layers, %d wide, that
                attends to what the target's encoder heard; it has none of its own.

                - **Data**: clips of the range `%s`; one step in three on what was said, on what the target writes,
                  and on what it wrote at temperature %.1f.
                - **Recipe**: the `speech-draft` command of `framework/training`, %d steps of %d clips, cross-entropy against
                  the target's laws.
                - **Measured** on validation clips, on the target's own answers: the same most likely token at %.2f %% of
                  places; laws at temperature %.1f overlap by %.2f %%.
                """.formatted(
                        parameters / 1e6,
                        shape.decoder(),
                        shape.hidden(),
                        SeedRange.DISTILLATION,
                        SpeechDistillation.TEMPERATURE,
                        steps,
                        clips,
                        100 * agreement.agreement(),
                        SpeechDistillation.TEMPERATURE,
                        100 * agreement.overlap());
    }

    /** Of a draft for the published checkpoint in {@code target}. */
    static String published(
            Path target, long parameters, int head, int windows, long heard, SpokenAgreement agreement) {
        return """
                ---
                pipeline_tag: automatic-speech-recognition
                base_model: %s
                ---
                # A draft for %s

                Guesses the words of the target beside it, in English. %.1f million weights, most of them the target's own
                embeddings: one Whisper decoder layer that attends to what the target's encoder heard, and a head of %d tokens:
                the end, the timestamps, and the words that are frequent in the texts it learnt from (`head_token_ids` in
                `config.json` tells which). Its licence is the target's.

                - **Data**: %d windows of at most 30 seconds of English prose read by synthesised voices (FreeTTS, and eSpeak NG and
                  Flite where they are installed) at many rates and pitches, in rooms and noise; the target wrote the labels,
                  with timestamps once in three. No recorded speech.
                - **Recipe**: the commands `speech-windows` and `speech-distil` of `framework/training`, %d windows heard in all.
                  The layer starts as layers of the target; embeddings, positions and head stay as they are. Cross-entropy against
                  the eight likeliest tokens of the target's laws, AdamW, gradient norm clipped to 1.
                - **Measured** on sentences and voices that training never met, on the target's own answers: the same most likely
                  token at %.1f %% of %d places.
                """.formatted(
                        target.getFileName(),
                        target.getFileName(),
                        parameters / 1e6,
                        head,
                        windows,
                        heard,
                        100 * agreement.agreement(),
                        agreement.places());
    }
}
