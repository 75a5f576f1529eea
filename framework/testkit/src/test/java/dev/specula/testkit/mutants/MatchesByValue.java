package dev.specula.testkit.mutants;

import dev.specula.noise.Noise;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Draft;
import dev.specula.token.Laws;
import dev.specula.token.Verdict;

/**
 * The mistake: candidates are rows of a table, and any entry of the next column that has the right value is taken, padding
 * of other rows included.
 */
final class MatchesByValue implements AcceptanceRule<Draft> {
    @Override
    public Verdict judge(Draft draft, Laws target, Noise noise) {
        Verdict kept = draft.verdict();
        while (true) {
            int node = kept.last();
            int token = noise.token(target.law(node, 0), draft.positionAfter(node), 0);
            kept.say(0, token);
            int next = node + 1;
            while (next < draft.nodes()
                    && (draft.depthOf(next) != draft.depthOf(node) + 1 || draft.token(next, 0) != token)) {
                next++;
            }
            if (next == draft.nodes()) {
                return kept.end();
            }
            kept.follow(next);
        }
    }
}
