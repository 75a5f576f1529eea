package dev.specula.texttoimage;

import dev.specula.model.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Special tokens, six letters and the codes of a small codebook. */
record ToyVocabulary(int codes, RowEnds rowEnds) implements Vocabulary {
    static final int END = 2;
    static final int ROW = 3;
    static final int FIRST_LETTER = 4;
    static final int FIRST_CODE = 10;
    private static final List<String> SPECIAL = List.of("<|bos|>", "<|image|>", "<|end|>", "<|row|>");

    ToyVocabulary(int codes, boolean endsRows) {
        this(codes, endsRows ? RowEnds.SAME : RowEnds.NONE);
    }

    /** What ends rows. */
    enum RowEnds {
        NONE,
        SAME,
        NUMBERED
    }

    @Override
    public int size() {
        return FIRST_CODE + codes + (rowEnds == RowEnds.NUMBERED ? ToyModel.ROWS : 0);
    }

    @Override
    public String token(int id) {
        if (id == ROW && rowEnds != RowEnds.SAME) {
            return "";
        }
        if (id < FIRST_LETTER) {
            return SPECIAL.get(id);
        }
        if (id >= FIRST_CODE + codes) {
            return "<|row:" + (id - FIRST_CODE - codes) + "|>";
        }
        return id < FIRST_CODE ? Character.toString('a' + id - FIRST_LETTER) : "<|code:" + (id - FIRST_CODE) + "|>";
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
        OptionalInt special = id(text);
        if (special.isPresent()) {
            return new int[] {special.getAsInt()};
        }
        return text.chars()
                .filter(letter -> letter >= 'a' && letter < 'a' + FIRST_CODE - FIRST_LETTER)
                .map(letter -> FIRST_LETTER + letter - 'a')
                .toArray();
    }

    @Override
    public String decode(int... tokens) {
        return Arrays.stream(tokens).mapToObj(this::token).collect(Collectors.joining());
    }
}
