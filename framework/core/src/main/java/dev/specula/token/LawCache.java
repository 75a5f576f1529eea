package dev.specula.token;

import dev.specula.noise.Law;
import java.util.Arrays;

/** The laws of one pass, each shaped when first asked for. Refilled for each pass. */
final class LawCache {
    private final History history;
    private final int vocabulary;
    private LogitLaw[] laws = new LogitLaw[0];
    private int[] shapedFor = new int[0]; // number of the pass for which the law is shaped
    private int passes;

    LawCache(History history, int vocabulary) {
        this.history = history;
        this.vocabulary = vocabulary;
    }

    /** A pass was run: all laws are those of another one. */
    void restart() {
        passes++;
    }

    /** The law at {@code index} of this cache, made of the logits that {@code pass} gives for {@code node} and {@code lane}. */
    Law law(int index, Pass pass, Draft draft, int node, int lane) {
        reserve(index);
        LogitLaw law = laws[index];
        if (shapedFor[index] != passes) {
            pass.logits(node, lane, law.row(vocabulary));
            history.shape(law, draft, node, lane);
            shapedFor[index] = passes;
        }
        return law;
    }

    private void reserve(int index) {
        if (index >= laws.length) {
            int known = laws.length;
            laws = Arrays.copyOf(laws, index + 8);
            shapedFor = Arrays.copyOf(shapedFor, laws.length);
            for (int i = known; i < laws.length; i++) {
                laws[i] = new LogitLaw();
            }
        }
    }
}
