package captions;

import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Growth;
import dev.specula.token.Predictor;

public record PairGrowth(int nodes) implements Growth {
    @Override
    public void grow(Draft draft, Predictor predictor, int budget, Noise noise) {
        int count = Math.min(nodes, budget);
        if (count > 0) {
            draft.draw(draft.last(), predictor.pass(draft), count, noise);
        }
    }
}
