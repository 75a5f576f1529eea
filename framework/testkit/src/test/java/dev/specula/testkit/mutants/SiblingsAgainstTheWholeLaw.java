package dev.specula.testkit.mutants;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import dev.specula.testkit.PlainLaw;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Draft;
import dev.specula.token.Laws;
import dev.specula.token.SampledDraft;
import dev.specula.token.Verdict;

/** The mistake: each sibling is tried against the whole laws, whatever was refused before it. */
final class SiblingsAgainstTheWholeLaw implements AcceptanceRule<SampledDraft> {
    @Override
    public Verdict judge(SampledDraft draft, Laws target, Noise noise) {
        Verdict kept = draft.verdict();
        while (true) {
            int node = kept.last();
            long position = draft.positionAfter(node);
            Law law = target.law(node, 0);
            Law left = law;
            int child = draft.nextChild(node, Draft.NONE);
            for (int coin = 0; child != Draft.NONE; coin++) {
                int token = draft.token(child, 0);
                double ratio = law.prob(token) / draft.lawOf(child).prob(token);
                if (noise.happens(Noise.Use.ACCEPT, ratio, position, coin)) {
                    break;
                }
                left = residual(law, draft.lawOf(child));
                child = draft.nextChild(node, child);
            }
            if (child == Draft.NONE) {
                kept.say(0, noise.token(left, position, 0));
                return kept.end();
            }
            kept.follow(child);
        }
    }

    private static Law residual(Law target, Law drawnFrom) {
        double[] rest = new double[target.size()];
        double sum = 0;
        for (int token = 0; token < rest.length; token++) {
            rest[token] = Math.max(0, target.prob(token) - drawnFrom.prob(token));
            sum += rest[token];
        }
        return sum > 0 ? PlainLaw.of(rest) : target;
    }
}
