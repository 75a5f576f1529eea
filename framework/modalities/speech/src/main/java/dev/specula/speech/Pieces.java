package dev.specula.speech;

import dev.specula.model.Vocabulary;
import dev.specula.token.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a text into what each of its tokens adds. */
final class Pieces {
    private static final char BROKEN = '\uFFFD'; // as tokenizers write a part of a character

    private Pieces() {}

    /** The pieces of the text of {@code tokens}, which holds no mark. They add up to it. */
    static List<Piece> of(Vocabulary vocabulary, int[] tokens, List<Origin> origins) {
        List<Piece> pieces = new ArrayList<>();
        int shown = 0; // characters
        for (int i = 0; i < tokens.length; i++) {
            String text = vocabulary.decode(Arrays.copyOf(tokens, i + 1));
            boolean whole = i == tokens.length - 1 || text.indexOf(BROKEN, shown) < 0;
            if (text.length() > shown && whole) {
                pieces.add(new Piece(text.substring(shown), origins.get(i)));
                shown = text.length();
            }
        }
        return pieces;
    }
}
