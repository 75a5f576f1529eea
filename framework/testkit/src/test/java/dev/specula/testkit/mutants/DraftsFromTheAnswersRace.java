package dev.specula.testkit.mutants;

import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Laws;
import dev.specula.token.Sequence;
import dev.specula.token.Source;
import dev.specula.token.Verdict;

/** The mistake under a ratio rule: drafts come from the very race that the answer's own tokens are drawn by. */
record DraftsFromTheAnswersRace(Sequence small) implements Source<Draft> {
    @Override
    public void propose(Draft draft, Sequence main, int budget, Noise noise) {
        for (int left = budget; left > 0; left--) {
            int node = draft.last();
            draft.add(node, noise.token(small.pass(draft).law(node, 0), draft.positionAfter(node), 0));
        }
    }

    @Override
    public void settle(Draft draft, Laws target, Verdict kept, Noise noise) {
        small.settle(draft, kept);
    }

    @Override
    public void close() {
        small.close();
    }
}
