package dev.specula.speech;

import dev.specula.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** A few words, each with its space, the marks of Whisper in its order, and timestamps. */
final class ToyVocabulary implements Vocabulary {
    static final int SPACE = 0;
    static final int BRACKET = 1;
    static final int WORDS = 2; // first word
    static final int WORD_COUNT = 8;
    static final int END = WORDS + WORD_COUNT;
    static final int START = END + 1;
    static final int ENGLISH = END + 2;
    static final int GERMAN = END + 3;
    static final int TRANSLATE = END + 4;
    static final int TRANSCRIBE = END + 5;
    static final int PREVIOUS = END + 7;
    static final int WITHOUT_TIMESTAMPS = END + 9;
    static final int FIRST_TIMESTAMP = END + 10;

    private final List<String> tokens = new ArrayList<>(List.of(" ", "["));

    ToyVocabulary(int timestamps) {
        for (int word = 0; word < WORD_COUNT; word++) {
            tokens.add(" " + (char) ('a' + word));
        }
        tokens.addAll(List.of(
                "<|endoftext|>",
                "<|startoftranscript|>",
                "<|en|>",
                "<|de|>",
                "<|translate|>",
                "<|transcribe|>",
                "<|startoflm|>",
                "<|startofprev|>",
                "<|nospeech|>",
                "<|notimestamps|>"));
        for (int i = 0; i < timestamps; i++) {
            tokens.add(String.format(Locale.ROOT, "<|%.2f|>", 0.02 * i));
        }
    }

    @Override
    public int size() {
        return tokens.size();
    }

    @Override
    public String token(int id) {
        return tokens.get(id);
    }

    @Override
    public OptionalInt id(String token) {
        int id = tokens.indexOf(token);
        return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }

    @Override
    public int[] encode(String text) {
        int whole = text.equals(" ") ? SPACE : tokens.indexOf(text.strip());
        if (whole >= 0) {
            return new int[] {whole};
        }
        return text.chars()
                .filter(letter -> letter != ' ')
                .map(letter -> WORDS + Math.floorMod(letter - 'a', WORD_COUNT))
                .toArray();
    }

    @Override
    public String decode(int... ids) {
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            text.append(id < END ? token(id) : "");
        }
        return text.toString();
    }
}
