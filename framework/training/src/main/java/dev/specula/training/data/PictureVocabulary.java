package dev.specula.training.data;

import dev.specula.blocks.tokens.SpecialToken;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One table for words and pictures: the text tokens, then the codes, then one token for the end of each row, so that a
 * model always knows which row it is in.
 *
 * @param textTokens of the text tokenizer, special ones included
 * @param codes of the picture tokenizer
 * @param side codes in a row, and rows
 */
public record PictureVocabulary(int textTokens, int codes, int side) {

    /** The longest prompt to learn from: its beginning, a caption, and the beginning of the picture. */
    public static final int LONGEST_PROMPT = 32;

    private static final int AROUND = 2;
    private static final int PADDED_TO = 16;

    public int firstCode() {
        return textTokens;
    }

    /** The token that ends the first row; the others follow it. */
    public int firstRowEnd() {
        return textTokens + codes;
    }

    /** Rows of the embedding table: a multiple of 16. */
    public int size() {
        return (textTokens + codes + side + PADDED_TO - 1) / PADDED_TO * PADDED_TO;
    }

    /** Tokens of a picture: its rows, each with its end, and the end of all. */
    public int pictureLength() {
        return side * (side + 1) + 1;
    }

    /** What the codes and the ends of rows are called, in the order of their ids. */
    public List<String> names() {
        return Stream.concat(
                        IntStream.range(0, codes).mapToObj("<|code:%d|>"::formatted),
                        IntStream.range(0, side).mapToObj("<|row:%d|>"::formatted))
                .toList();
    }

    /**
     * A prompt after as much padding as fills it up to {@link #LONGEST_PROMPT}; an empty {@code caption} is the one without a
     * caption.
     */
    static int[] prompt(int... caption) {
        if (caption.length > LONGEST_PROMPT - AROUND) {
            throw new IllegalArgumentException(
                    "A caption may have %d tokens, but this one has %d: say it in fewer words"
                            .formatted(LONGEST_PROMPT - AROUND, caption.length));
        }
        int[] prompt = new int[LONGEST_PROMPT];
        Arrays.fill(prompt, SpecialToken.PAD.id());
        int from = LONGEST_PROMPT - 1 - caption.length;
        prompt[from - 1] = SpecialToken.BOS.id();
        System.arraycopy(caption, 0, prompt, from, caption.length);
        prompt[LONGEST_PROMPT - 1] = SpecialToken.IMAGE.id();
        return prompt;
    }
}
