package dev.specula.token;

import dev.specula.noise.Noise;

/**
 * Tries the children of a node in the order in which they were drawn, each against what the refusals before it left of the
 * target's law; a chain is the case of one child (SpecInfer, Miao et al. 2023, arXiv:2305.09781; without replacement as in
 * Sequoia, Chen et al. 2024, arXiv:2402.12374). Keeps the target's law exactly for children drawn without replacement from
 * the law that the draft remembers.
 */
public final class Siblings implements AcceptanceRule<SampledDraft> {
    @Override
    public Verdict judge(SampledDraft draft, Laws target, Noise noise) {
        Verdict kept = draft.verdict();
        while (true) {
            int node = kept.last();
            long position = draft.positionAfter(node);
            int child = draft.nextChild(node, Draft.NONE);
            if (child == Draft.NONE) {
                kept.say(0, noise.token(target.law(node, 0), position, 0));
                return kept.end();
            }
            Residual residual = draft.residual(target.law(node, 0), child);
            // The coins of siblings share a position, so they are told apart by lane.
            for (int coin = 0; child != Draft.NONE && !keeps(residual, draft, child, noise, position, coin); coin++) {
                residual.refuse(draft.token(child, 0));
                child = draft.nextChild(node, child);
                if (child != Draft.NONE && draft.startsDraw(child)) {
                    residual.drawnFrom(draft.lawOf(child));
                }
            }
            if (child == Draft.NONE) {
                kept.say(0, noise.token(residual, position, 0));
                return kept.end();
            }
            kept.follow(child);
        }
    }

    private static boolean keeps(
            Residual residual, SampledDraft draft, int child, Noise noise, long position, int coin) {
        return noise.happens(Noise.Use.ACCEPT, residual.ratio(draft.token(child, 0)), position, coin);
    }
}
