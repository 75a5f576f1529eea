package dev.specula.training.data;

import dev.specula.blocks.text.Exchange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.blocks.tokens.SpecialToken;
import java.util.Arrays;

/**
 * One exchange as token ids: the prompt after the picture, up to and with {@code <|assistant|>}, and the answer with its
 * {@code <|end|>}.
 */
public final class Turn {

    private final int[] prompt;
    private final int[] answer;

    public Turn(int[] prompt, int[] answer) {
        this.prompt = prompt;
        this.answer = answer;
    }

    public int[] prompt() {
        return prompt;
    }

    public int[] answer() {
        return answer;
    }

    static Turn of(Exchange exchange, BlocksTokenizer tokenizer) {
        return new Turn(prompt(exchange.request(), tokenizer), closed(tokenizer.encode(exchange.answer())));
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
