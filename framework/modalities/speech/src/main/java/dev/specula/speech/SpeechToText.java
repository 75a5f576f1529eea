package dev.specula.speech;

import dev.specula.Contract;
import dev.specula.Modality;
import dev.specula.media.Sound;
import dev.specula.plan.Described;

/**
 * Writes down what is spoken. Thread-safe; a transcript is computed on the thread that asks.
 *
 * <pre>{@code
 * Transcript transcript = speech.transcribe(Sound.of(path));
 * }</pre>
 *
 * <p>Sound of any length is read window by window (30 s with published models), so memory does not grow with it. With
 * timestamps a window begins where the last whole segment of the one before ended; without, windows follow each other and a word
 * at an edge may be cut. Silent windows are passed over.
 *
 * <p>What is refused, with {@link IllegalArgumentException}: a language that the model does not know, a translation by a model
 * of one language, options out of range, a preset that does not exist.
 */
@Contract(accepts = Modality.AUDIO, emits = Modality.TEXT, pipeline = SpeechToTextPipeline.class)
public interface SpeechToText extends Described {
    /**
     * How a recording is written down that says nothing of it, its options being {@link TranscriptionOptions#DEFAULT} itself;
     * where one thing is to be different, start from these.
     */
    default TranscriptionOptions options() {
        return TranscriptionOptions.DEFAULT;
    }

    /**
     * Writes down {@code recording} while {@code listener} hears the segments as they end. Stops within a round when the
     * listener wants no more or the thread is interrupted (which stays so); what was written until then is returned and
     * marked as partial.
     *
     * @throws SilentSoundException if nothing in it is loud enough to be speech
     * @throws dev.specula.media.UnreadableSoundException if it cannot be read to its end
     */
    Transcript transcribe(Recording recording, SegmentListener listener);

    /** Writes down {@code recording} in one piece. */
    default Transcript transcribe(Recording recording) {
        return transcribe(recording, SegmentListener.NONE);
    }

    /** Writes down {@code sound} with default options. */
    default Transcript transcribe(Sound sound) {
        return transcribe(Recording.of(sound));
    }
}
