package dev.specula.training.data;

import dev.specula.blocks.scene.Region;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.text.Description;
import dev.specula.blocks.text.Exchange;
import dev.specula.blocks.text.Facts;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.blocks.tokens.SpecialToken;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One exchange as token ids: the prompt after the picture, up to and with {@code <|assistant|>}, and the answer with its
 * {@code <|end|>}.
 */
public final class Turn {

    /** The answer is not about one block, or it is not known about which. */
    public static final int NO_ROW = -1;

    private final int[] prompt;
    private final int[] answer;
    private final int row;

    public Turn(int[] prompt, int[] answer) {
        this(prompt, answer, NO_ROW);
    }

    /** A turn whose answer is about the block that visual row {@code row} speaks for. */
    public Turn(int[] prompt, int[] answer, int row) {
        this.prompt = prompt;
        this.answer = answer;
        this.row = row;
    }

    public int[] prompt() {
        return prompt;
    }

    public int[] answer() {
        return answer;
    }

    /** The visual row of the one block the answer is about, or {@link #NO_ROW}. */
    public int row() {
        return row;
    }

    static Turn of(Exchange exchange, Scene scene, BlocksTokenizer tokenizer) {
        return new Turn(
                prompt(exchange.request(), tokenizer),
                closed(tokenizer.encode(exchange.answer())),
                row(exchange, scene));
    }

    private static int row(Exchange exchange, Scene scene) {
        List<Region> told = Facts.in(exchange.answer()).descriptions().stream()
                .map(Description::region)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        boolean oneBlock = exchange.kind() != Exchange.Kind.CAPTION
                && told.size() == 1
                && scene.blocks().stream().anyMatch(block -> block.region() == told.get(0));
        return oneBlock ? VisionLabels.rowOf(told.get(0)) : NO_ROW;
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
