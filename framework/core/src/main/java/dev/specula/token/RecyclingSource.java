package dev.specula.token;

import dev.specula.noise.Noise;
import java.util.Arrays;

/**
 * Proposes what a smaller model says, and once that falls in with what stood behind the refused token of the round before, the
 * rest of it: the words after a wrong one are mostly right (draft recycling of SpecASR, arXiv:2507.18181). The tokens taken over
 * cost no pass of the smaller model.
 *
 * <p>The paper verifies the new draft and the old one as two branches of a tree; here they are one chain, joined where a new token
 * is that of the old draft at the same place, or at most {@code slip} places away. A chain is exact,
 * a tree is not. Columns of one lane. Closes the model's sequence with itself.
 */
public final class RecyclingSource implements Source<Draft> {
    private final Sequence small;
    private final Growth growth;
    private final int slip;
    private int[] old = new int[32]; // (length,) tokens behind the last refused one
    private int length;

    /**
     * Drafts with {@code small}, which starts with the same answer still to come.
     *
     * @param growth a chain
     * @param slip how many tokens the old draft may be behind or ahead of the new one
     */
    public RecyclingSource(Sequence small, Growth growth, int slip) {
        this.small = small;
        this.growth = growth;
        this.slip = slip;
    }

    @Override
    public void propose(Draft draft, Sequence main, int budget, Noise noise) {
        int most = draft.nodes() + budget;
        // Old tokens were drawn in the races of these positions: a ratio rule needs draws that do not know of them,
        // while a match compares with the target's own draws in the same races.
        Noise drawing = draft instanceof SampledDraft ? noise.inRound(draft.serial()) : noise;
        for (int drawn = 0; draft.nodes() < most && draft.isOpen(); drawn++) {
            int before = draft.nodes();
            growth.grow(draft, small, 1, drawing);
            if (draft.nodes() == before) {
                break;
            }
            int place = placeInOld(drawn, draft.token(draft.last(), 0));
            if (place < length - 1) {
                append(draft, place + 1, most);
                break;
            }
        }
        length = 0;
    }

    private void append(Draft draft, int from, int most) {
        for (int i = from; i < length && draft.nodes() < most; i++) {
            draft.add(draft.last(), old[i]);
        }
    }

    /** Where the old draft holds {@code token}, nearest to {@code place}; its length if nowhere. */
    private int placeInOld(int place, int token) {
        for (int away = 0; away <= slip; away++) {
            if (holds(place - away, token)) {
                return place - away;
            }
            if (holds(place + away, token)) {
                return place + away;
            }
        }
        return length;
    }

    private boolean holds(int place, int token) {
        return place >= 0 && place < length && old[place] == token;
    }

    @Override
    public void settle(Draft draft, Laws target, Verdict kept, Noise noise) {
        small.settle(draft, kept);
        length = 0;
        int behind = kept.kept() + 2; // node i of a chain is i places deep; the first one not kept was refused
        if (draft.nodes() > behind) {
            int count = draft.nodes() - behind;
            old = old.length < count ? Arrays.copyOf(old, 2 * count) : old;
            for (int i = 0; i < count; i++) {
                old[length++] = draft.token(behind + i, 0);
            }
        }
    }

    @Override
    public void close() {
        small.close();
    }
}
