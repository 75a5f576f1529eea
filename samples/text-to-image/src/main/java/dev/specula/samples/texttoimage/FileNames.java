package dev.specula.samples.texttoimage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names of files that tell what is drawn, each given once. */
final class FileNames {
    private static final int LONGEST = 60;

    private final Map<String, Integer> given = new HashMap<>();

    /** A name for the picture of {@code caption}; captions that begin alike, or hold no Latin letter, are numbered. */
    String of(String caption) {
        String words =
                caption.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String name = words.isEmpty() ? "picture" : words.substring(0, Math.min(LONGEST, words.length()));
        int count = given.merge(name, 1, Integer::sum);
        return (count == 1 ? name : name + "-" + count) + ".png";
    }
}
