package captions;

import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Laws;
import dev.specula.token.Sequence;
import dev.specula.token.Source;
import dev.specula.token.Verdict;

/** Proposes the last token again and again. */
public final class Echo implements Source<Draft> {
    private final int tokens;

    /** At most {@code tokens} times. */
    public Echo(int tokens) {
        this.tokens = tokens;
    }

    @Override
    public void propose(Draft draft, Sequence main, int budget, Noise noise) {
        for (int i = Math.min(tokens, budget); i > 0; i--) {
            draft.add(draft.last(), draft.token(0, 0));
        }
    }

    @Override
    public void settle(Draft draft, Laws target, Verdict kept, Noise noise) {}
}
