package dev.specula.training.data;

import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.text.Exchange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.blocks.tokens.SpecialToken;
import java.util.Arrays;

/**
 * One exchange as token ids: the prompt after the picture, up to and with {@code <|assistant|>}, and the answer with its
 * {@code <|end|>}.
 */
public final class Turn {

    /** A token is about no block, or it is not known about which. */
    public static final int NO_ROW = -1;

    private final int[] prompt;
    private final int[] answer;
    private final int[] rows; // (answer,)

    /** A turn whose answer is about no block. */
    public Turn(int[] prompt, int[] answer) {
        this(prompt, answer, noRows(answer.length));
    }

    /** A turn whose answer's tokens are about the blocks that the visual rows {@code rows} speak for. */
    public Turn(int[] prompt, int[] answer, int[] rows) {
        this.prompt = prompt;
        this.answer = answer;
        this.rows = rows;
    }

    public int[] prompt() {
        return prompt;
    }

    public int[] answer() {
        return answer;
    }

    /** For each token of the answer the visual row of the block it is about, or {@link #NO_ROW}. */
    public int[] rows() {
        return rows;
    }

    static Turn of(Exchange exchange, Scene scene, BlocksTokenizer tokenizer) {
        int[] answer = closed(tokenizer.encode(exchange.answer()));
        return new Turn(prompt(exchange.request(), tokenizer), answer, Looks.of(exchange, scene, answer, tokenizer));
    }

    private static int[] noRows(int tokens) {
        int[] rows = new int[tokens];
        Arrays.fill(rows, NO_ROW);
        return rows;
    }

    /** The request between its special tokens. */
    public static int[] prompt(String request, BlocksTokenizer tokenizer) {
        int[] words = tokenizer.encode(request);
        int[] prompt = new int[words.length + 2];
        prompt[0] = SpecialToken.USER.id();
        System.arraycopy(words, 0, prompt, 1, words.length);
        prompt[words.length + 1] = SpecialToken.ASSISTANT.id();
        return prompt;
    }

    private static int[] closed(int[] answer) {
        int[] closed = Arrays.copyOf(answer, answer.length + 1);
        closed[answer.length] = SpecialToken.END.id();
        return closed;
    }

    int length() {
        return prompt.length + answer.length;
    }
}
