package captions;

import dev.specula.noise.Noise;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Draft;
import dev.specula.token.Laws;
import dev.specula.token.Match;
import dev.specula.token.Verdict;

public final class TwiceRule implements AcceptanceRule<Draft> {
    private final Match match = new Match();

    @Override
    public Verdict judge(Draft draft, Laws target, Noise noise) {
        return match.judge(draft, target, noise);
    }
}
