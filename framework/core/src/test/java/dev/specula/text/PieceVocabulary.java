package dev.specula.text;

import dev.specula.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Pieces of text, of which the longest that fits is taken, and an end without text as the last token. */
final class PieceVocabulary implements Vocabulary {
    private final List<String> pieces = new ArrayList<>();

    PieceVocabulary(String... pieces) {
        this.pieces.addAll(List.of(pieces));
        "abcdefghijklmnopqrstuvwxyz ".chars().mapToObj(Character::toString).forEach(this.pieces::add);
        this.pieces.add("");
    }

    int end() {
        return pieces.size() - 1;
    }

    @Override
    public int size() {
        return pieces.size();
    }

    @Override
    public String token(int id) {
        return pieces.get(id);
    }

    @Override
    public OptionalInt id(String token) {
        int id = pieces.indexOf(token);
        return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }

    @Override
    public int[] encode(String text) {
        IntStream.Builder tokens = IntStream.builder();
        for (int at = 0; at < text.length(); ) {
            String longest = longest(text.substring(at));
            tokens.accept(pieces.indexOf(longest));
            at += longest.length();
        }
        return tokens.build().toArray();
    }

    private String longest(String text) {
        return pieces.stream()
                .filter(text::startsWith)
                .reduce("", (best, next) -> next.length() > best.length() ? next : best);
    }

    @Override
    public String decode(int... tokens) {
        StringBuilder text = new StringBuilder();
        for (int token : tokens) {
            text.append(pieces.get(token));
        }
        return text.toString();
    }
}
