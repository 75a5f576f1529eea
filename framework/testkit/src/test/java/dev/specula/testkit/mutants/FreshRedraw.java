package dev.specula.testkit.mutants;

import dev.specula.noise.Noise;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Draft;
import dev.specula.token.Laws;
import dev.specula.token.SampledDraft;
import dev.specula.token.Verdict;

/** The mistake: a refused token is replaced by a draw from the target's law, not from what the draft left of it. */
final class FreshRedraw implements AcceptanceRule<SampledDraft> {
    @Override
    public Verdict judge(SampledDraft draft, Laws target, Noise noise) {
        Verdict kept = draft.verdict();
        while (true) {
            int node = kept.last();
            long position = draft.positionAfter(node);
            int child = draft.nextChild(node, Draft.NONE);
            if (child == Draft.NONE || !keeps(draft, child, target, noise)) {
                kept.say(0, noise.token(target.law(node, 0), position, 0));
                return kept.end();
            }
            kept.follow(child);
        }
    }

    private static boolean keeps(SampledDraft draft, int child, Laws target, Noise noise) {
        int node = draft.parentOf(child);
        int token = draft.token(child, 0);
        double ratio = target.law(node, 0).prob(token) / draft.lawOf(child).prob(token);
        return noise.happens(Noise.Use.ACCEPT, ratio, draft.positionAfter(node), 0);
    }
}
