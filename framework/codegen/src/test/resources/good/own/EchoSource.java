package captions;

import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Laws;
import dev.specula.token.Sequence;
import dev.specula.token.Source;
import dev.specula.token.Verdict;

public final class EchoSource implements Source<Draft> {
    private final int tokens;

    public EchoSource(int tokens, String word, Mood mood, Class<?>[] kinds) {
        this.tokens = word.isEmpty() || mood == Mood.SAD || kinds.length != 1 ? 0 : tokens;
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
