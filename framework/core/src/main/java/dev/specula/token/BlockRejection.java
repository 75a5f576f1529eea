package dev.specula.token;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;

/**
 * Judges drawn tokens together instead of one by one: block verification (Sun et al. 2024, arXiv:2403.10444). A token that the
 * target likes less may be made up for by one that it likes more, so a draft is kept at least as far as under {@link
 * Rejection}, and the target's law is kept all the same. A block of one token is judged exactly as there. For chains.
 *
 * <p>Whether a token is kept depends on those after it. A source must therefore draw what was not kept anew, with chance that
 * no earlier round has seen: {@link RedrawnWindow} does, windows that couple their guesses do not.
 */
public final class BlockRejection implements AcceptanceRule<SampledDraft> {
    /** Lane of the coins of blocks, which nobody else throws: columns of sampled drafts have lane 0 alone. */
    private static final int BLOCKS = 1;

    @Override
    public Verdict judge(SampledDraft draft, Laws target, Noise noise) {
        Verdict kept = draft.verdict();
        if (keep(draft, target, noise, kept, draft.nodes() - 1)) {
            sayBonus(draft, target, noise, kept);
        }
        return kept.end();
    }

    /**
     * Judges the {@code length} nodes after the path of {@code kept} as one block, lets the path follow those that are kept, and
     * returns whether all are. Otherwise the correction after them is said, and nothing more may be judged.
     */
    public boolean keep(SampledDraft draft, Laws target, Noise noise, Verdict kept, int length) {
        int root = kept.last();
        // A token that decides about those before it and is not kept is judged again in another round, by another coin.
        Noise coins = length == 1 ? noise : noise.inRound(draft.serial());
        double[] shares =
                new double[length + 1]; // (length + 1,) how much of the target's law the path so far may carry
        shares[0] = 1;
        for (int i = 1; i <= length; i++) {
            int node = root + i;
            int token = draft.token(node, 0);
            double ratio =
                    target.law(node - 1, 0).prob(token) / draft.lawOf(node).prob(token);
            shares[i] = Math.min(1, shares[i - 1] * ratio);
        }
        int last = length;
        while (last > 0
                && !stops(draft, target, coins, root + last, shares[last], last == length, length == 1 ? 0 : BLOCKS)) {
            last--;
        }
        for (int i = 1; i <= last; i++) {
            kept.follow(root + i);
        }
        if (last == length) {
            return true;
        }
        int next = root + last + 1;
        Law rest = draft.residual(target.law(next - 1, 0), next).excess(shares[last]);
        kept.say(0, noise.token(rest, draft.positionAfter(next - 1), 0));
        return false;
    }

    /** Says what the target says after a draft that was kept whole. */
    public void sayBonus(SampledDraft draft, Laws target, Noise noise, Verdict kept) {
        int node = kept.last();
        kept.say(0, noise.token(target.law(node, 0), draft.positionAfter(node), 0));
    }

    /** Whether the path may end with {@code node}, given that it does not end later. */
    private static boolean stops(
            SampledDraft draft, Laws target, Noise coins, int node, double share, boolean isLast, int lane) {
        double chance = share;
        if (!isLast) {
            Law next = target.law(node, 0);
            double excess = draft.residual(next, node + 1).excessMass(share);
            chance = share == 1 ? 1 : excess / (excess + 1 - share);
        }
        return coins.happens(Noise.Use.ACCEPT, chance, draft.positionAfter(node - 1), lane);
    }
}
