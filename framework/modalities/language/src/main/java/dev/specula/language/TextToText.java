package dev.specula.language;

import dev.specula.Contract;
import dev.specula.Modality;
import dev.specula.plan.Described;
import dev.specula.text.Answer;
import dev.specula.text.TextListener;

/**
 * Answers conversations, and goes on with texts. Thread-safe; an answer is computed on the thread that asks.
 *
 * <pre>{@code
 * Answer answer = assistant.answer(Request.of("Why is the sky blue?"));
 * }</pre>
 *
 * <p>What is refused, with {@link IllegalArgumentException}: a request without words, special tokens in the words of a message,
 * options out of range, a preset that does not exist.
 */
@Contract(accepts = Modality.TEXT, emits = Modality.TEXT, pipeline = TextToTextPipeline.class)
public interface TextToText extends Described {
    /**
     * Answers while {@code listener} hears the words as they are said. The answer stops within a round when the listener wants
     * no more or the thread is interrupted (which stays so); what was said until then is returned and marked as cancelled.
     *
     * @throws RequestTooLongException if the request leaves no room for an answer
     * @throws dev.specula.model.IncompatibleModelsException if there are messages and the model has no template for them
     */
    Answer answer(Request request, TextListener listener);

    /** Answers in one piece. */
    default Answer answer(Request request) {
        return answer(request, TextListener.NONE);
    }
}
