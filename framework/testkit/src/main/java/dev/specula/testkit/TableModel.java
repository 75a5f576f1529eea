package dev.specula.testkit;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelSpec;
import dev.specula.model.Passes;
import dev.specula.model.RowEncoder;
import dev.specula.model.View;
import dev.specula.model.Vocabulary;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model of at most 8 tokens whose laws are a pure function of all columns before and their positions: as if it had a table
 * with a row for each context. Entries are hashes with a normal distribution, so that no two contexts agree and a cache
 * that holds anything but the context is noticed. Immutable.
 */
public final class TableModel implements CausalModel {
    /** What comes before the first column. */
    static final long NOTHING = 0x5BD1E9955BD1E995L;

    private static final int MOST_TOKENS = 8;
    private static final int CONTEXT = 512;

    private final int tokens;
    private final int lanes;
    private final long seed;
    private final double sharpness; // standard deviation of the logits
    private final @Nullable TableModel target; // which this model agrees with in part
    private final double agreement;

    private TableModel(
            int tokens, int lanes, long seed, double sharpness, @Nullable TableModel target, double agreement) {
        if (tokens < 2 || tokens > MOST_TOKENS) {
            throw new IllegalArgumentException(
                    "a table model must have 2 to " + MOST_TOKENS + " tokens, but was asked for " + tokens + ".");
        }
        this.tokens = tokens;
        this.lanes = lanes;
        this.seed = seed;
        this.sharpness = sharpness;
        this.target = target;
        this.agreement = agreement;
    }

    /** A model of {@code tokens} tokens, 2 to 8, in columns of one lane. */
    public static TableModel of(int tokens, long seed) {
        return ofLanes(tokens, 1, seed);
    }

    /** A model of {@code tokens} tokens, 2 to 8, in columns of {@code lanes} lanes, independent given the columns before. */
    public static TableModel ofLanes(int tokens, int lanes, long seed) {
        return new TableModel(tokens, lanes, seed, 1.5, null, 0);
    }

    /**
     * A draft model for this target: its law is {@code agreement} parts of the target's law and the rest its own, so that
     * chance agrees at least that often.
     *
     * @param agreement in [0, 1]
     */
    public TableModel draft(double agreement, long seed) {
        return new TableModel(tokens, lanes, seed, sharpness, this, agreement);
    }

    /** Number of tokens. */
    public int tokens() {
        return tokens;
    }

    /** Tokens in a column. */
    public int lanes() {
        return lanes;
    }

    /** The context that {@code context} becomes when lane {@code lane} at {@code position} says {@code token}. */
    static long after(long context, int position, int lane, int token) {
        return mix(context + mix(0x9E3779B97F4A7C15L * (position + 1) + 0xD1B54A32D192ED03L * (lane + 1) + token));
    }

    /** Writes the logits of lane {@code lane} after {@code context}, {@code (tokens,)}. */
    void logits(long context, int lane, float[] into) {
        for (int token = 0; token < tokens; token++) {
            into[token] = (float) (sharpness * normal(mix(context ^ mix(seed + 31L * lane + 7919L * token))));
        }
        if (target != null) {
            double[] own = PlainLaw.softmax(into);
            target.logits(context, lane, into);
            double[] said = PlainLaw.softmax(into);
            for (int token = 0; token < tokens; token++) {
                into[token] = (float) Math.log(agreement * said[token] + (1 - agreement) * own[token]);
            }
        }
    }

    /** Opens an answer; the same for all {@code passes}, since a table rounds nothing. */
    @Override
    public TableSequence open(Prompt prompt, Sampling sampling, Passes passes) {
        return open(prompt, sampling);
    }

    /** Opens an answer to {@code prompt}. */
    public TableSequence open(Prompt prompt, Sampling sampling) {
        return new TableSequence(this, prompt, CONTEXT, sampling);
    }

    @Override
    public ModelSpec spec() {
        return new ModelSpec("table-" + seed, tokens, 1, 1, CONTEXT, "table", 0, 0);
    }

    @Override
    public Vocabulary vocabulary() {
        return new Letters(tokens);
    }

    /** None: its answers end at their greatest length. */
    @Override
    public int[] endTokens() {
        return new int[0];
    }

    @Override
    public View view() {
        return View.ALL;
    }

    @Override
    public Optional<RowEncoder> encoder(Modality modality) {
        return Optional.empty();
    }

    @Override
    public Optional<RowEncoder> connector() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private static double normal(long bits) {
        double radius = Math.sqrt(-2 * Math.log(unit(bits)));
        return radius * Math.cos(2 * Math.PI * unit(mix(bits + 1)));
    }

    private static double unit(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1.0p-52;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
