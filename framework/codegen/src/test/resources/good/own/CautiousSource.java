package captions;

import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Growth;
import dev.specula.token.Laws;
import dev.specula.token.ModelSource;
import dev.specula.token.Sequence;
import dev.specula.token.Source;
import dev.specula.token.Verdict;

public final class CautiousSource implements Source<Draft> {
    private final ModelSource source;
    private final int most;

    public CautiousSource(Sequence small, Growth growth, int most) {
        this.source = new ModelSource(small, growth);
        this.most = most;
    }

    @Override
    public void propose(Draft draft, Sequence main, int budget, Noise noise) {
        source.propose(draft, main, Math.min(budget, most), noise);
    }

    @Override
    public void settle(Draft draft, Laws target, Verdict kept, Noise noise) {
        source.settle(draft, target, kept, noise);
    }

    @Override
    public void close() {
        source.close();
    }
}
