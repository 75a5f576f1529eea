package dev.specula.token;

import dev.specula.noise.Law;
import org.jspecify.annotations.Nullable;

/**
 * Two answers of one model that say the same columns after different prompts, one of which lacks the condition: the law is
 * that of {@code unconditional + scale * (conditional - unconditional)} over their logits (classifier-free guidance, Ho and
 * Salimans 2022, arXiv:2207.12598). After it come penalty and grammar, then the cut of {@link Guidance#plausibility} among the
 * tokens that are left, then temperature and filters. It is the only law there is: who drafts, judges or samples meets guided
 * laws alone.
 *
 * <p>The two run back to back and are rewound together; a pass costs two. An engine with rows to spare may do better with a
 * batch of two, and equals this in all but time. Not thread-safe.
 */
public final class Guided implements Sequence {
    private final Sequence conditional;
    private final Sequence unconditional;
    private final float scale;
    private final double range; // of the conditional logits of tokens that may follow; infinite where all may
    private final History history;
    private final GuidedPass pass;

    /**
     * An answer to {@code prompt}, whose columns are pending in {@code conditional}, as those of its {@link
     * Prompt#unconditional} are in {@code unconditional}. Closes both with itself.
     */
    public Guided(Sequence conditional, Sequence unconditional, Prompt prompt, Sampling sampling) {
        if (conditional.vocabulary() != unconditional.vocabulary()) {
            throw new IllegalArgumentException("Guidance needs two answers of one model, but one is over "
                    + conditional.vocabulary() + " tokens and the other over " + unconditional.vocabulary() + ".");
        }
        this.conditional = conditional;
        this.unconditional = unconditional;
        this.scale = (float) prompt.guidance().scale();
        this.range = -Math.log(prompt.guidance().plausibility());
        this.history = new History(prompt, conditional.vocabulary(), sampling);
        this.pass = new GuidedPass();
    }

    @Override
    public int length() {
        return history.length();
    }

    @Override
    public int computed() {
        return conditional.computed();
    }

    @Override
    public int lanes() {
        return history.lanes();
    }

    @Override
    public int vocabulary() {
        return conditional.vocabulary();
    }

    @Override
    public int token(int column, int lane) {
        return history.token(column, lane);
    }

    @Override
    public Grammar grammar() {
        return history.grammar();
    }

    @Override
    public int state() {
        return history.state();
    }

    @Override
    public void append(int[] column) {
        conditional.append(column);
        unconditional.append(column);
        history.append(column);
    }

    /** Forgets as many columns of both; never those of the prompts, which differ. */
    @Override
    public void rewindTo(int length) {
        int dropped = history.length() - length;
        if (dropped < 0 || dropped >= Math.min(conditional.length(), unconditional.length())) {
            throw new IllegalArgumentException("length must leave a column of either prompt and be at most the current "
                    + history.length() + " columns, but was " + length + ".");
        }
        conditional.rewindTo(length);
        unconditional.rewindTo(unconditional.length() - dropped);
        history.rewindTo(length);
    }

    @Override
    public Pass pass(Draft draft) {
        pass.with = conditional.pass(draft);
        pass.without = unconditional.pass(draft);
        pass.draft = draft;
        pass.laws.restart();
        return pass;
    }

    @Override
    public void settle(Draft draft, Verdict kept) {
        conditional.settle(draft, kept);
        unconditional.settle(draft, kept);
        history.append(draft, kept);
    }

    @Override
    public void close() {
        conditional.close();
        unconditional.close();
    }

    private final class GuidedPass implements Pass {
        private final LawCache laws = new LawCache(history, conditional.vocabulary(), this::cut);
        private final float[] base = new float[conditional.vocabulary()];
        private @Nullable Pass with;
        private @Nullable Pass without;
        private @Nullable Draft draft;

        /** Rows of both runs. */
        @Override
        public int rows() {
            return with == null || without == null ? 0 : with.rows() + without.rows();
        }

        @Override
        public void logits(int node, int lane, float[] into) {
            if (with == null || without == null) {
                throw new IllegalStateException("There are logits after a pass only; run one first.");
            }
            with.logits(node, lane, into);
            without.logits(node, lane, base);
            for (int token = 0; token < base.length; token++) {
                into[token] = base[token] + scale * (into[token] - base[token]);
            }
        }

        /** The cut looks at the conditional logits as they are, and comes after the grammar, which may force a rare token. */
        private void cut(LogitLaw law, int node, int lane) {
            if (with != null && range < Double.POSITIVE_INFINITY) {
                with.logits(node, lane, base);
                law.keepWithin(base, range);
            }
        }

        @Override
        public Law law(int node, int lane) {
            if (draft == null) {
                throw new IllegalStateException("There are laws after a pass only; run one first.");
            }
            return laws.law(node * lanes() + lane, this, draft, node, lane);
        }
    }
}
