package dev.specula.blocks.tokens;

import java.util.Locale;

/** Tokens that stand for no text; they come first in the vocabulary, in this order. */
public enum SpecialToken {
    PAD(0),
    UNK(1),
    BOS(2),
    IMAGE(3),
    USER(4),
    ASSISTANT(5),
    END(6);

    private final int id;

    SpecialToken(int id) {
        this.id = id;
    }

    /** As written in a prompt, {@code <|bos|>} for example. */
    public String text() {
        return "<|" + name().toLowerCase(Locale.ROOT) + "|>";
    }

    public int id() {
        return id;
    }
}
