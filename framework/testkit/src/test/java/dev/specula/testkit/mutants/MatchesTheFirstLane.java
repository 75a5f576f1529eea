package dev.specula.testkit.mutants;

import dev.specula.noise.Noise;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Draft;
import dev.specula.token.Laws;
import dev.specula.token.Verdict;

/** The mistake: a column is kept for the token in its first lane. */
final class MatchesTheFirstLane implements AcceptanceRule<Draft> {
    @Override
    public Verdict judge(Draft draft, Laws target, Noise noise) {
        Verdict kept = draft.verdict();
        while (true) {
            int node = kept.last();
            for (int lane = 0; lane < draft.lanes(); lane++) {
                kept.say(lane, noise.token(target.law(node, lane), draft.positionAfter(node), lane));
            }
            int child = draft.childHolding(node, kept.tailToken(0));
            if (child == Draft.NONE) {
                return kept.end();
            }
            kept.follow(child);
        }
    }
}
