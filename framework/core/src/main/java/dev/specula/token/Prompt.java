package dev.specula.token;

import java.nio.FloatBuffer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns that an answer follows, and what is asked of the answer: a grammar, and guidance. Some columns may be given as
 * rows, which a model takes in place of the embeddings of their tokens: what an encoder makes of a picture or a sound.
 */
public final class Prompt {
    private final int lanes;
    private final int[] tokens; // (length, lanes)
    private final int[] given; // (rows,) columns that are given as rows, ascending
    private final @Nullable FloatBuffer values; // (rows, width)
    private final @Nullable Encoded memory;
    private final Grammar grammar;
    private final @Nullable Prompt unconditional;
    private final Guidance guidance;

    private Prompt(
            int lanes,
            int[] tokens,
            int[] given,
            @Nullable FloatBuffer values,
            @Nullable Encoded memory,
            Grammar grammar,
            @Nullable Prompt unconditional,
            Guidance guidance) {
        this.lanes = lanes;
        this.tokens = tokens;
        this.given = given;
        this.values = values;
        this.memory = memory;
        this.grammar = grammar;
        this.unconditional = unconditional;
        this.guidance = guidance;
    }

    /** A prompt of one lane. */
    public static Prompt of(int... tokens) {
        return ofLanes(1, tokens);
    }

    /** A prompt of {@code lanes} lanes; {@code tokens} holds column after column. */
    public static Prompt ofLanes(int lanes, int... tokens) {
        if (tokens.length == 0 || tokens.length % lanes != 0) {
            throw new IllegalArgumentException("a prompt must hold at least one column of " + lanes
                    + " tokens each, but has " + tokens.length + " tokens.");
        }
        return new Prompt(lanes, tokens.clone(), new int[0], null, null, Grammar.ANYTHING, null, Guidance.NONE);
    }

    /**
     * The same prompt with {@code values}, shape {@code (rows, width)}, in place of the embeddings of the columns from {@code
     * at} on. The values are not copied and must not change while a sequence opened with them is open: after a rewind it reads
     * them again. Columns that a rewind drops are given no more; tokens follow in their places.
     */
    public Prompt withRows(int at, int rows, FloatBuffer values) {
        if (rows < 1 || at < 0 || at + rows >= length()) {
            throw new IllegalArgumentException("rows must lie before the last column: " + rows + " rows from column "
                    + at + " do not fit a prompt of " + length() + " columns.");
        }
        return withRows(IntStream.range(at, at + rows).toArray(), values);
    }

    /**
     * The same prompt, its answer attending to {@code encoded}, shape {@code (rows of an encoder, width)}: what stands beside the
     * columns of an encoder-decoder, and not among them. Not copied; must not change while a sequence opened with it has not
     * computed its prompt. Models that share an encoder take the same rows; a draft may take fewer, from the first on, where the others
     * tell nothing.
     */
    public Prompt attendingTo(FloatBuffer encoded) {
        return attendingTo(new Encoded(encoded));
    }

    /** The same as {@link #attendingTo(FloatBuffer)}, but that the rows are made when they are first asked for, and never if nobody asks. */
    public Prompt attendingTo(Supplier<FloatBuffer> encoder) {
        return attendingTo(new Encoded(encoder));
    }

    private Prompt attendingTo(Encoded encoded) {
        return new Prompt(lanes, tokens, given, values, encoded, grammar, unconditional, guidance);
    }

    /**
     * The same prompt with {@code values} in place of the embeddings of the columns {@code at}, as {@link #withRows(int, int,
     * FloatBuffer)}: rows of a picture cut into tiles, with words between them.
     *
     * @param at columns, ascending, before the last column
     * @param values {@code (number of columns, width)}
     */
    public Prompt withRows(int[] at, FloatBuffer values) {
        for (int i = 0; i < at.length; i++) {
            if (at[i] < (i == 0 ? 0 : at[i - 1] + 1) || at[i] >= length() - 1) {
                throw new IllegalArgumentException("columns given as rows must ascend and lie before the last of "
                        + length() + ", but column " + at[i] + " does not.");
            }
        }
        return new Prompt(lanes, tokens, at.clone(), values, memory, grammar, unconditional, guidance);
    }

    /** The same prompt, followed by what {@code rules} leaves. */
    public Prompt followedBy(Grammar rules) {
        return new Prompt(lanes, tokens, given, values, memory, rules, unconditional, guidance);
    }

    /**
     * The same prompt for an answer that is guided away from the one to {@code without}, which lacks the condition. See {@link
     * Guided}.
     */
    public Prompt guided(Prompt without, Guidance wanted) {
        if (without.lanes != lanes) {
            throw new IllegalArgumentException("Guidance needs two prompts of the same lanes, but one has " + lanes
                    + " and the other " + without.lanes + ".");
        }
        return new Prompt(lanes, tokens, given, values, memory, grammar, without, wanted);
    }

    /** As {@link #guided(Prompt, Guidance)} with the scale {@code scale} over all tokens. */
    public Prompt guided(Prompt without, double scale) {
        return guided(without, Guidance.of(scale));
    }

    /** The same prompt without guidance. */
    public Prompt unguided() {
        return new Prompt(lanes, tokens, given, values, memory, grammar, null, Guidance.NONE);
    }

    /** Number of columns. */
    public int length() {
        return tokens.length / lanes;
    }

    /** Tokens in a column. */
    public int lanes() {
        return lanes;
    }

    /** The token in lane {@code lane} of column {@code column}; a placeholder where the column is given as a row. */
    public int token(int column, int lane) {
        return tokens[column * lanes + lane];
    }

    /** Number of columns that are given as rows; 0 where all are tokens. */
    public int rows() {
        return given.length;
    }

    /** The column that given row {@code row} stands for. */
    public int columnOfRow(int row) {
        return given[row];
    }

    /** The given rows, {@code (rows, width)}; absent where all columns are tokens. */
    public @Nullable FloatBuffer values() {
        return values == null ? null : values.duplicate();
    }

    /** The rows of an encoder that the answer attends to; absent for a decoder alone. */
    public @Nullable FloatBuffer memory() {
        return memory == null ? null : memory.rows().duplicate();
    }

    /** Whether the rows of an encoder are there, or are not needed; otherwise they are made when they are first asked for. */
    public boolean isEncoded() {
        return memory == null || memory.isMade();
    }

    /** What may follow; {@link Grammar#ANYTHING} where nothing is asked. */
    public Grammar grammar() {
        return grammar;
    }

    /** The prompt that lacks the condition; absent where the answer is not guided. */
    public @Nullable Prompt unconditional() {
        return unconditional;
    }

    /** How the answer is guided; {@link Guidance#NONE} where it is not. */
    public Guidance guidance() {
        return guidance;
    }

    /** The rows of an encoder, made once. */
    private static final class Encoded {
        private final Supplier<FloatBuffer> encoder;
        private @Nullable FloatBuffer rows; // (rows of an encoder, width)

        Encoded(FloatBuffer rows) {
            this.encoder = () -> rows;
            this.rows = rows;
        }

        Encoded(Supplier<FloatBuffer> encoder) {
            this.encoder = encoder;
        }

        synchronized boolean isMade() {
            return rows != null;
        }

        synchronized FloatBuffer rows() {
            FloatBuffer made = rows;
            if (made == null) {
                made = encoder.get();
                rows = made;
            }
            return made;
        }
    }
}
