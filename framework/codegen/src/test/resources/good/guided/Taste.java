package captions;

import dev.specula.model.CausalModel;
import dev.specula.noise.Noise;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Laws;
import dev.specula.token.Rejection;
import dev.specula.token.SampledDraft;
import dev.specula.token.Verdict;

public final class Taste implements AcceptanceRule<SampledDraft> {
    private final Rejection rule = new Rejection();

    public Taste(CausalModel target, int bitterness) {
        if (bitterness > target.spec().vocabulary()) {
            throw new IllegalArgumentException("too bitter for \"" + target.spec().name() + "\"");
        }
    }

    @Override
    public Verdict judge(SampledDraft draft, Laws target, Noise noise) {
        return rule.judge(draft, target, noise);
    }
}
