package dev.specula.texttoimage;

/**
 * A request for a picture.
 *
 * @param words what it shows, not blank
 * @param options how it is drawn
 */
public record Caption(String words, DrawingOptions options) {
    /** Checks that there are words. */
    public Caption {
        if (words.isBlank()) {
            throw new IllegalArgumentException("a caption must have words, but is empty; say what the picture shows.");
        }
    }

    /** Asks for a picture of {@code words}, with default options. */
    public static Caption of(String words) {
        return new Caption(words, DrawingOptions.DEFAULT);
    }

    /** The same words, drawn with {@code wanted}. */
    public Caption with(DrawingOptions wanted) {
        return new Caption(words, wanted);
    }
}
