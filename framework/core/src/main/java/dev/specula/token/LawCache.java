package dev.specula.token;

import dev.specula.noise.Law;
import java.util.Arrays;

/** The laws of one pass, each shaped when first asked for. Refilled for each pass. */
final class LawCache {
    private final History history;
    private final int vocabulary;
    private final Cut cut;
    private LogitLaw[] laws = new LogitLaw[0];
    private int[] shapedFor = new int[0]; // number of the pass for which the law is shaped
    private int passes;

    /** Takes out of a row, which history has restricted, what else may not follow; leaves at least one token. */
    @FunctionalInterface
    interface Cut {
        /** Leaves all. */
        Cut NOTHING = (law, node, lane) -> {};

        /** Cuts the row of {@code law}, which follows {@code node} in lane {@code lane}. */
        void apply(LogitLaw law, int node, int lane);
    }

    LawCache(History history, int vocabulary, Cut cut) {
        this.history = history;
        this.vocabulary = vocabulary;
        this.cut = cut;
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
            history.restrict(law, draft, node, lane);
            cut.apply(law, node, lane);
            law.shape(history.sampling());
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
