package dev.specula.bench.verify;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;

/**
 * Whether two tokens were so close that rounding decides between them. At temperature 0 their logits may be apart by a
 * thousandth (1e-4 of a usual logit of 10), above 0 their times in the race by a thousandth.
 */
final class NearTie {
    private static final double TOLERANCE = 1e-3;

    private NearTie() {}

    /** After {@code prompt} and the first {@code same} tokens of {@code said}, between the next one and {@code other}. */
    static boolean between(CausalModel target, Prompt prompt, int[] said, int same, int other, Sampling sampling) {
        Sampling seen = sampling.temperature() > 0
                ? sampling
                : new Sampling(1, 0, 1, sampling.repetitionPenalty(), sampling.seed());
        try (Sequence main = target.openGuided(prompt, seen, Passes.EXACT)) {
            for (int i = 0; i < same; i++) {
                main.append(new int[] {said[i]});
            }
            Draft none = new Draft(1);
            none.restart(main);
            Law law = main.pass(none).law(0, 0);
            if (sampling.temperature() == 0) {
                return Math.abs(Math.log(law.prob(said[same])) - Math.log(law.prob(other))) <= TOLERANCE;
            }
            Noise noise = Noise.seeded(sampling.seed());
            long position = none.positionAfter(0);
            int drawn = noise.token(law, position, 0);
            int rival = drawn == other ? said[same] : other;
            return noise.token(new NudgedLaw(law, rival, 1 + TOLERANCE), position, 0) == rival;
        }
    }
}
