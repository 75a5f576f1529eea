package dev.specula.text;

import dev.specula.noise.Law;
import dev.specula.token.Pass;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What follows one node, where a single token is known: the law that gives it all probability. Refilled by its owner. */
final class TranslatedPass implements Pass, Law {
    private final int size;
    private int node;
    private int token;
    private int rows;
    private @Nullable Law translated;

    /** Over {@code size} tokens. */
    TranslatedPass(int size) {
        this.size = size;
    }

    /**
     * Becomes the law after {@code ofNode}.
     *
     * @param says the token
     * @param from the law of what it is translated from, asked how sure the model was only if this is; none where it was certain
     * @param computed rows that it took
     */
    TranslatedPass become(int ofNode, int says, @Nullable Law from, int computed) {
        node = ofNode;
        token = says;
        translated = from;
        rows = computed;
        return this;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public Law law(int ofNode, int lane) {
        if (ofNode != node) {
            throw new IllegalArgumentException(
                    "node " + ofNode + " has no law in this pass, which translated what follows" + " node " + node
                            + "; read a law before the next pass.");
        }
        return this;
    }

    @Override
    public void logits(int ofNode, int lane, float[] into) {
        law(ofNode, lane);
        Arrays.fill(into, Float.NEGATIVE_INFINITY);
        into[token] = 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double prob(int asked) {
        return asked == token ? 1 : 0;
    }

    @Override
    public int support() {
        return 1;
    }

    @Override
    public int supported(int index) {
        return token;
    }

    @Override
    public double certainty() {
        return translated == null ? 1 : translated.certainty();
    }

    @Override
    public double certaintyAtLeast() {
        return translated == null ? 1 : translated.certaintyAtLeast();
    }
}
