package dev.specula.language;

import dev.specula.Modality;
import dev.specula.model.ChatMessage;
import dev.specula.text.AnswerOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation to be answered, or a text to be gone on with. Immutable. */
public final class Request {
    /** The likeliest tokens, at most 256 of them, drafted as the pipeline sees fit. */
    public static final AnswerOptions DEFAULT_OPTIONS = AnswerOptions.DEFAULT.withMaxNewTokens(256);

    private final List<ChatMessage> messages;
    private final @Nullable String text; // null for a conversation
    private final AnswerOptions options;

    private Request(List<ChatMessage> messages, @Nullable String text, AnswerOptions options) {
        this.messages = messages;
        this.text = text;
        this.options = options;
    }

    /** Asks {@code words}, the one turn of a conversation. */
    public static Request of(String words) {
        return of(List.of(ChatMessage.of("user", words)));
    }

    /**
     * Asks for the next turn of {@code messages}. They are written the way the checkpoint's own template says.
     *
     * @throws IllegalArgumentException if there is none, the last has no words, or one holds anything but words
     */
    public static Request of(List<ChatMessage> messages) {
        if (messages.isEmpty() || messages.get(messages.size() - 1).words().isBlank()) {
            throw new IllegalArgumentException("a request must end with a message that has words, but has "
                    + messages.size() + " messages and no words at its end.");
        }
        for (ChatMessage message : messages) {
            List<Modality> media = message.media();
            if (!media.isEmpty()) {
                throw new IllegalArgumentException("messages must be words alone, but one holds " + media
                        + "; use the contract of that modality.");
            }
        }
        return new Request(List.copyOf(messages), null, DEFAULT_OPTIONS);
    }

    /**
     * Goes on with {@code text} as it stands: no template, and no special token but those written out in it. What models want
     * that were not trained for conversations.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static Request continuing(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a text to go on with must not be empty; write its first word.");
        }
        return new Request(List.of(), text, DEFAULT_OPTIONS);
    }

    /** The same request, answered with {@code wanted}. */
    public Request with(AnswerOptions wanted) {
        return new Request(messages, text, wanted);
    }

    /** The turns so far; none where a text is gone on with. */
    public List<ChatMessage> messages() {
        return messages;
    }

    /** How it is answered. */
    public AnswerOptions options() {
        return options;
    }

    @Nullable
    String text() {
        return text;
    }
}
