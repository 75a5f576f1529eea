package dev.specula.model;

import dev.specula.Modality;
import java.util.List;

/**
 * One turn of a conversation.
 *
 * @param role who speaks, in the words of the model's template: {@code system}, {@code user}, {@code assistant}
 * @param media pictures, clips or sounds that stand before the words, in their order
 * @param words what is said
 */
public record ChatMessage(String role, List<Modality> media, String words) {
    /** Copies the list. */
    public ChatMessage {
        media = List.copyOf(media);
    }

    /** A turn in words alone. */
    public static ChatMessage of(String role, String words) {
        return new ChatMessage(role, List.of(), words);
    }
}
