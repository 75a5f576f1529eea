package dev.specula.model;

import java.util.List;

/** Writes a conversation the way a model was trained to read one. Thread-safe. */
public interface ChatTemplate {
    /**
     * The text of {@code messages}, special tokens written out, up to where the model's next answer begins. A picture, clip or
     * sound is whatever the template writes in its place.
     *
     * @throws dev.specula.SpeculaException if the template refuses the messages, with its own words
     */
    String render(List<ChatMessage> messages);
}
