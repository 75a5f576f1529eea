package dev.specula.language;

import dev.specula.Contract;
import dev.specula.Modality;
import dev.specula.plan.Described;

/**
 * Answers conversations, and goes on with texts. Thread-safe; a reply is computed on the thread that asks.
 *
 * <pre>{@code
 * Reply reply = assistant.reply(Request.of("Why is the sky blue?"));
 * }</pre>
 *
 * <p>What is refused, with {@link IllegalArgumentException}: a request without words, special tokens in the words of a message,
 * options out of range, a preset that does not exist.
 */
@Contract(accepts = Modality.TEXT, emits = Modality.TEXT, pipeline = TextToTextPipeline.class)
public interface TextToText extends Described {
    /**
     * Replies while {@code listener} hears the words as they are said. The reply stops within a round when the listener wants
     * no more or the thread is interrupted (which stays so); what was said until then is returned and marked as cancelled.
     *
     * @throws RequestTooLongException if the request leaves no room for a reply
     * @throws dev.specula.model.IncompatibleModelsException if there are messages and the model has no template for them
     */
    Reply reply(Request request, ReplyListener listener);

    /** Replies in one piece. */
    default Reply reply(Request request) {
        return reply(request, ReplyListener.NONE);
    }
}
