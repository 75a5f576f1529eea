package dev.specula.bench.verify;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;

/**
 * How clearly a target prefers one token over another: at temperature 0 the difference of their logits relative to the larger one, above
 * it that of their times in the race relative to the winner's. Rounding decides between two tokens whose margin is tiny.
 */
final class Margin {
    private static final double NEAR = 1e-4;
    private static final double WIDEST = 1; // wider ones are all the same
    private static final int HALVINGS = 50;

    private Margin() {}

    /**
     * After {@code prompt} and the first {@code same} tokens of {@code said}, between the next one and {@code other}.
     *
     * @return infinite where the winner takes less than half the time
     */
    static double between(CausalModel target, Prompt prompt, int[] said, int same, int other, Sampling sampling) {
        boolean drawn = sampling.temperature() > 0;
        Sampling seen = drawn ? sampling : new Sampling(1, 0, 1, sampling.repetitionPenalty(), sampling.seed());
        try (Sequence main = target.openGuided(prompt, seen, Passes.EXACT)) {
            for (int i = 0; i < same; i++) {
                main.append(new int[] {said[i]});
            }
            Draft none = new Draft(1);
            none.restart(main);
            Pass pass = main.pass(none);
            Law law = pass.law(0, 0);
            if (drawn) {
                return inTheRace(law, Noise.seeded(sampling.seed()), none.positionAfter(0), said[same], other);
            }
            float[] logits = new float[main.vocabulary()];
            pass.logits(0, 0, logits);
            double larger = Math.max(Math.abs(logits[said[same]]), Math.abs(logits[other]));
            // By the law, not the logits themselves: a penalty comes between.
            return Math.abs(Math.log(law.prob(said[same])) - Math.log(law.prob(other)))
                    / Math.max(larger, Double.MIN_NORMAL);
        }
    }

    /** Whether a margin is one that rounding may decide. */
    static boolean isNearTie(double margin) {
        return margin <= NEAR;
    }

    /** How much likelier the loser would have to be to win. */
    private static double inTheRace(Law law, Noise noise, long position, int one, int other) {
        int rival = noise.token(law, position, 0) == other ? one : other;
        double loses = 0;
        double wins = WIDEST;
        if (!wins(law, noise, position, rival, wins)) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (loses + wins) / 2;
            if (wins(law, noise, position, rival, middle)) {
                wins = middle;
            } else {
                loses = middle;
            }
        }
        return wins;
    }

    private static boolean wins(Law law, Noise noise, long position, int rival, double nudge) {
        return noise.token(new NudgedLaw(law, rival, 1 + nudge), position, 0) == rival;
    }
}
