package dev.specula.token;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;

/**
 * Keeps a drawn token with probability {@code min(1, targetProb / draftProb)}; the first refusal is replaced by a draw from
 * the residual {@code norm(max(0, target - draft))}, a draft kept whole by a draw from the target's next law (Leviathan,
 * Kalman, Matias 2023, arXiv:2211.17192, where the target is p and the draft q; Chen et al. 2023, arXiv:2302.01318). Keeps
 * the target's law exactly for tokens drawn from the laws that the draft remembers. For chains: of a tree, only first
 * children are tried.
 */
public final class Rejection implements AcceptanceRule<SampledDraft> {
    @Override
    public Verdict judge(SampledDraft draft, Laws target, Noise noise) {
        Verdict kept = draft.verdict();
        while (true) {
            int node = kept.last();
            Law targetLaw = target.law(node, 0);
            long position = draft.positionAfter(node);
            int child = draft.nextChild(node, Draft.NONE);
            if (child == Draft.NONE) {
                kept.say(0, noise.token(targetLaw, position, 0)); // the bonus token
                return kept.end();
            }
            int token = draft.token(child, 0);
            double ratio = targetLaw.prob(token) / draft.lawOf(child).prob(token);
            if (!noise.happens(Noise.Use.ACCEPT, ratio, position, 0)) {
                return replace(draft, child, target, kept, noise);
            }
            kept.follow(child);
        }
    }

    /** Ends {@code kept} with a draw from the residual of {@code refused}, the child of its last node that was not kept. */
    public static Verdict replace(SampledDraft draft, int refused, Laws target, Verdict kept, Noise noise) {
        int node = kept.last();
        Residual residual = draft.residual(target.law(node, 0), refused);
        residual.refuse(draft.token(refused, 0));
        kept.say(0, noise.token(residual, draft.positionAfter(node), 0));
        return kept.end();
    }
}
