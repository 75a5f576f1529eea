package dev.specula.token;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import java.util.Arrays;

/**
 * A draft that remembers the law each node was drawn from: what a ratio rule divides by, and the only draft it takes. Its
 * draws come from a stream of their own, independent of the coins and of the target's tokens.
 *
 * <p>A law is copied when a token is drawn from it, never re-read later: the model that gave it may have moved on. Siblings
 * are drawn without replacement from one law. Columns have one lane.
 */
public final class SampledDraft extends Draft {
    private final int vocabulary;
    private double[] probs; // (nodes, vocabulary) the law that the node's siblings were drawn from
    private DrawnLaw[] laws = new DrawnLaw[0];
    private final Residual residual = new Residual();

    /** An empty draft over {@code vocabulary} tokens. */
    public SampledDraft(int vocabulary) {
        super(1);
        this.vocabulary = vocabulary;
        this.probs = new double[8 * vocabulary];
    }

    /** The law that the siblings of {@code node} were drawn from, before the first of them was taken out. */
    public Law lawOf(int node) {
        if (laws.length < nodes()) {
            int known = laws.length;
            laws = Arrays.copyOf(laws, nodes() + 8);
            for (int i = known; i < laws.length; i++) {
                laws[i] = new DrawnLaw(i);
            }
        }
        return laws[node];
    }

    /** The draft's own residual: the whole of {@code target}, before any sibling of {@code node} was refused. */
    Residual residual(Law target, int node) {
        return residual.reset(target, lawOf(node));
    }

    /** Adds a token that was not drawn: its law is certain of it, so a ratio rule keeps it as often as the target says it. */
    @Override
    public int add(int parent, int token) {
        int node = super.add(parent, token);
        int start = reserve(node);
        Arrays.fill(probs, start, start + vocabulary, 0);
        probs[start + token] = 1;
        return node;
    }

    @Override
    public int draw(int parent, Laws drawnFrom, Noise noise) {
        int node = super.draw(parent, drawnFrom, noise);
        remember(node, drawnFrom.law(parent, 0));
        return node;
    }

    @Override
    public int draw(int parent, Laws drawnFrom, int count, Noise noise) {
        Law law = drawnFrom.law(parent, 0);
        int found = super.draw(parent, drawnFrom, Math.min(count, law.support()), noise);
        for (int node = nodes() - found; node < nodes(); node++) {
            remember(node, law);
        }
        return found;
    }

    @Override
    Noise.Use use() {
        return Noise.Use.DRAFT;
    }

    private void remember(int node, Law law) {
        int start = reserve(node);
        Arrays.fill(probs, start, start + vocabulary, 0);
        for (int index = 0; index < law.support(); index++) {
            int token = law.supported(index);
            probs[start + token] = law.prob(token);
        }
    }

    private int reserve(int node) {
        int start = node * vocabulary;
        if (probs.length < start + vocabulary) {
            probs = Arrays.copyOf(probs, 2 * (start + vocabulary));
        }
        return start;
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
