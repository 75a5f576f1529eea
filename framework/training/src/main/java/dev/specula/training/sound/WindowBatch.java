package dev.specula.training.sound;

import dev.specula.training.data.HeadTokens;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a target wrote in several windows, as a draft with a cut head learns it: padded to the longest answer. What the head cannot say
 * has row 0 and no weight. The arrays are live.
 */
public final class WindowBatch {

    private final int windows;
    private final int length;
    private final int[] ids;
    private final byte[] rows;
    private final int[] places;
    private final int[] columns;
    private final float[] probs;
    private final int[] answers;

    private WindowBatch(List<WrittenWindow> windows, HeadTokens head) {
        this.windows = windows.size();
        this.length = windows.stream()
                .mapToInt(window -> window.prompt().length + window.answer().length - 1)
                .max()
                .orElseThrow();
        int predicted =
                windows.stream().mapToInt(window -> window.answer().length).sum();
        this.ids = new int[this.windows * length];
        ByteBuffer all = ByteBuffer.allocate(
                windows.stream().mapToInt(window -> window.rows().length).sum());
        this.places = new int[predicted];
        this.columns = new int[predicted * WrittenWindow.KEPT];
        this.probs = new float[predicted * WrittenWindow.KEPT];
        this.answers = new int[predicted];
        int place = 0;
        for (int number = 0; number < this.windows; number++) {
            WrittenWindow window = windows.get(number);
            all.put(window.rows());
            int start = number * length;
            int prompt = window.prompt().length;
            System.arraycopy(window.prompt(), 0, ids, start, prompt);
            System.arraycopy(window.answer(), 0, ids, start + prompt, window.answer().length - 1);
            for (int index = 0; index < window.answer().length; index++) {
                places[place] = start + prompt - 1 + index;
                answers[place] = head.row(window.answer()[index]);
                law(window, index, place, head);
                place++;
            }
        }
        this.rows = all.array();
    }

    /** Of {@code windows}, for a draft that can say {@code head}. */
    public static WindowBatch of(List<WrittenWindow> windows, HeadTokens head) {
        return new WindowBatch(windows, head);
    }

    private void law(WrittenWindow window, int index, int place, HeadTokens head) {
        for (int rank = 0; rank < WrittenWindow.KEPT; rank++) {
            int from = index * WrittenWindow.KEPT + rank;
            int row = head.row(window.likeliest()[from]);
            int to = place * WrittenWindow.KEPT + rank;
            columns[to] = Math.max(row, 0);
            probs[to] = row == HeadTokens.NONE ? 0 : window.probs()[from];
        }
    }

    /** How many there are. */
    public int windows() {
        return windows;
    }

    /** Tokens of each, padding included. */
    public int length() {
        return length;
    }

    /** Tokens, prompts included and the last ones of answers not, {@code (windows, length)}. */
    public int[] ids() {
        return ids;
    }

    /** What the encoder made of them, {@code (windows, rows, width)} IEEE halves, little-endian. */
    public byte[] rows() {
        return rows;
    }

    /** Where a token of an answer is predicted, in {@code ids}. */
    public int[] places() {
        return places;
    }

    /** Rows of the head that the target's laws are kept of, {@code (places, kept)}. */
    public int[] columns() {
        return columns;
    }

    /** Their probabilities, {@code (places, kept)}. */
    public float[] probs() {
        return probs;
    }

    /** The head's row of the target's token at each place, {@link HeadTokens#NONE} where it has none. */
    public int[] answers() {
        return answers;
    }
}
