package dev.specula.text;

import dev.specula.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The text that each token adds to what was said before, remembered: asking a tokenizer takes microseconds, which a token of
 * a fast model does not have. Thread-safe; two threads may both ask for the same token.
 */
public final class TokenTexts {
    private static final String UNKNOWN = "\uFFFD"; // as tokenizers write a broken character

    private final Vocabulary vocabulary;
    private final @Nullable String[] texts; // (vocabulary,) UNKNOWN where a token alone has no text
    private final int word; // an ordinary token: others are looked at after it, because the first may lose its space
    private final String wordText;

    /** Knows no token of {@code vocabulary} yet. */
    public TokenTexts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.texts = new @Nullable String[vocabulary.size()];
        int ordinary = vocabulary.size() - 1;
        while (ordinary > 0 && !isWhole(vocabulary.decode(ordinary))) {
            ordinary--;
        }
        this.word = ordinary;
        this.wordText = vocabulary.decode(ordinary);
    }

    /** What {@code token} adds; null where that depends on its neighbours, as for a part of a character. */
    public @Nullable String added(int token) {
        if (token >= texts.length) {
            return null;
        }
        String text = texts[token];
        if (text == null) {
            text = ask(token);
            texts[token] = text;
        }
        return text.equals(UNKNOWN) ? null : text;
    }

    private String ask(int token) {
        String both = vocabulary.decode(word, token);
        if (!both.startsWith(wordText)) {
            return UNKNOWN;
        }
        String added = both.substring(wordText.length());
        return added.contains(UNKNOWN) ? UNKNOWN : added;
    }

    private static boolean isWhole(String text) {
        return !text.isBlank() && !text.contains(UNKNOWN);
    }
}
