package dev.specula.token;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import java.util.Arrays;

/**
 * A draft that remembers the law each node was drawn from: what a ratio rule divides by, and the only draft it takes. Its
 * draws come from a stream of their own, independent of the coins and of the target's tokens.
 *
 * <p>A law is copied when a token is drawn from it, never re-read later: the model that gave it may have moved on. The drawn
 * children of a node are drawn at once, without replacement from one law; added tokens may stand before and after them.
 * Columns have one lane.
 */
public final class SampledDraft extends Draft {
    private final int vocabulary;
    private double[] probs; // (nodes, vocabulary) what the node was drawn from, where it is the first of its draw
    private int[] firsts = new int[16]; // (nodes,) first node of the same draw
    private DrawnLaw[] laws = new DrawnLaw[0];
    private final Residual residual = new Residual();

    /** An empty draft over {@code vocabulary} tokens, of an answer without end. */
    public SampledDraft(int vocabulary) {
        this(vocabulary, Ending.NEVER);
    }

    /** An empty draft over {@code vocabulary} tokens, of an answer that ends as {@code ending} says. */
    public SampledDraft(int vocabulary, Ending ending) {
        super(1, ending);
        this.vocabulary = vocabulary;
        this.probs = new double[8 * vocabulary];
    }

    /** The law that {@code node} and its siblings were drawn from, before the first of them was taken out. */
    public Law lawOf(int node) {
        if (laws.length < nodes()) {
            int known = laws.length;
            laws = Arrays.copyOf(laws, nodes() + 8);
            for (int i = known; i < laws.length; i++) {
                laws[i] = new DrawnLaw(i);
            }
        }
        return laws[firsts[node]];
    }

    /** Whether {@code node} is the first of its draw, so that its law is another than that of the sibling before. */
    boolean startsDraw(int node) {
        return firsts[node] == node;
    }

    /** The draft's own residual: the whole of {@code target}, before any sibling of {@code node} was refused. */
    Residual residual(Law target, int node) {
        return residual.reset(target, lawOf(node));
    }

    /** Adds a token that was not drawn: its law is certain of it, so a ratio rule keeps it as often as the target says it. */
    @Override
    public int add(int parent, int token) {
        int node = super.add(parent, token);
        int start = forget(node); // before probs is read: it may be replaced by a larger one
        probs[start + token] = 1;
        return node;
    }

    /** Adds a token that was drawn before from {@code drawnFrom}, which is copied, and returns its node. */
    public int add(int parent, int token, Law drawnFrom) {
        requireUndrawn(parent);
        int node = super.add(parent, token);
        remember(node, drawnFrom);
        return node;
    }

    @Override
    public int add(int parent, int[] column) {
        return add(parent, column[0]);
    }

    @Override
    public int draw(int parent, Laws drawnFrom, Noise noise) {
        requireUndrawn(parent);
        int node = super.draw(parent, drawnFrom, noise);
        remember(node, drawnFrom.law(parent, 0));
        return node;
    }

    @Override
    public int draw(int parent, Laws drawnFrom, int count, Noise noise) {
        requireUndrawn(parent);
        Law law = drawnFrom.law(parent, 0);
        int found = super.draw(parent, drawnFrom, Math.min(count, law.support()), noise);
        int first = nodes() - found;
        if (found > 0) {
            remember(first, law);
        }
        for (int node = first + 1; node < nodes(); node++) {
            reserve(node);
            firsts[node] = first;
        }
        return found;
    }

    @Override
    Noise.Use use() {
        return Noise.Use.DRAFT;
    }

    /** The noise of a position is one race: a second draw would give the first one's tokens again, not others. */
    private void requireUndrawn(int parent) {
        for (int child = nextChild(parent, NONE); child != NONE; child = nextChild(parent, child)) {
            if (lawOf(child).prob(token(child, 0)) < 1) {
                throw new IllegalStateException("the children of a node must be drawn at once, but node " + parent
                        + " has a drawn child already; ask for several in one draw.");
            }
        }
    }

    private void remember(int node, Law law) {
        int start = forget(node);
        for (int index = 0; index < law.support(); index++) {
            int token = law.supported(index);
            probs[start + token] = law.prob(token);
        }
    }

    private int forget(int node) {
        reserve(node);
        firsts[node] = node;
        int start = node * vocabulary;
        Arrays.fill(probs, start, start + vocabulary, 0);
        return start;
    }

    private void reserve(int node) {
        if (probs.length < (node + 1) * vocabulary) {
            probs = Arrays.copyOf(probs, 2 * (node + 1) * vocabulary);
        }
        if (firsts.length <= node) {
            firsts = Arrays.copyOf(firsts, 2 * node);
        }
    }

    private final class DrawnLaw implements Law {
        private final int node;

        DrawnLaw(int node) {
            this.node = node;
        }

        @Override
        public int size() {
            return vocabulary;
        }

        @Override
        public double prob(int token) {
            return probs[node * vocabulary + token];
        }
    }
}
