package dev.specula.training.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tokens that a draft's head can say: the most frequent ones of some text, as FR-Spec (Zhao et al. 2025, arXiv:2502.14856) cuts
 * heads. A row of the head stands for a token of the target.
 */
public final class HeadTokens {

    /** The row of a token that the head cannot say. */
    public static final int NONE = -1;

    private final int[] tokens; // ascending
    private final int[] rows; // by token

    private HeadTokens(int[] tokens, int vocabulary) {
        this.tokens = tokens;
        this.rows = new int[vocabulary];
        Arrays.fill(rows, NONE);
        for (int row = 0; row < tokens.length; row++) {
            rows[tokens[row]] = row;
        }
    }

    /** The tokens {@code always} of a vocabulary of {@code counts.length}, and of the others the {@code most} that were counted most. */
    public static HeadTokens of(long[] counts, int most, IntStream always) {
        int[] needed = always.distinct().sorted().toArray();
        IntStream frequent = IntStream.range(0, counts.length)
                .filter(token -> counts[token] > 0 && Arrays.binarySearch(needed, token) < 0)
                .boxed()
                .sorted((left, right) -> Long.compare(counts[right], counts[left]))
                .limit(most)
                .mapToInt(Integer::intValue);
        return new HeadTokens(
                IntStream.concat(IntStream.of(needed), frequent).sorted().toArray(), counts.length);
    }

    /** The token of each row, ascending. */
    public List<Integer> tokens() {
        return Arrays.stream(tokens).boxed().toList();
    }

    /** The row of {@code token}; {@link #NONE} if there is none. */
    public int row(int token) {
        return rows[token];
    }

    /** Rows of the head. */
    public int size() {
        return tokens.length;
    }
}
