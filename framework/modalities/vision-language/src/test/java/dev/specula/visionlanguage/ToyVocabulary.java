package dev.specula.visionlanguage;

import dev.specula.model.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/** Special tokens, letters, and the two bytes of an umlaut as tokens of their own. */
final class ToyVocabulary implements Vocabulary {
    static final int IMAGE = 3;
    static final int END = 6;
    static final int FIRST_BYTE = 7;
    static final int SECOND_BYTE = 8;
    private static final int LETTERS = 9;
    private static final List<String> SPECIAL = List.of(
            "<|pad|>", "<|unk|>", "<|bos|>", "<|image|>", "<|user|>", "<|assistant|>", "<|end|>", "<0xC3>", "<0xA4>");

    private final int letters;

    ToyVocabulary(int letters) {
        this.letters = letters;
    }

    @Override
    public int size() {
        return LETTERS + letters;
    }

    @Override
    public String token(int id) {
        return id < LETTERS ? SPECIAL.get(id) : Character.toString('a' + id - LETTERS);
    }

    @Override
    public OptionalInt id(String token) {
        for (int id = 0; id < size(); id++) {
            if (token(id).equals(token)) {
                return OptionalInt.of(id);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public int[] encode(String text) {
        if (SPECIAL.contains(text)) {
            return new int[] {SPECIAL.indexOf(text)};
        }
        return text.chars().map(c -> LETTERS + Math.floorMod(c - 'a', letters)).toArray();
    }

    @Override
    public String decode(int... tokens) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int token : tokens) {
            if (token == FIRST_BYTE || token == SECOND_BYTE) {
                bytes.write(token == FIRST_BYTE ? 0xC3 : 0xA4);
            } else if (token >= LETTERS) {
                bytes.write('a' + token - LETTERS);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
