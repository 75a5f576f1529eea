package dev.specula.testkit.mutants;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;

/** The mistake: drafts are the likeliest tokens, and the rule divides by probabilities as if they had been drawn. */
record LikeliestDrafts(Noise noise) implements Noise {
    @Override
    public Noise inRound(long round) {
        return new LikeliestDrafts(noise.inRound(round));
    }

    @Override
    public double uniform(Use use, long position, int lane) {
        return noise.uniform(use, position, lane);
    }

    @Override
    public double gaussian(Use use, long position, int lane) {
        return noise.gaussian(use, position, lane);
    }

    @Override
    public boolean happens(Use use, double probability, long position, int lane) {
        return noise.happens(use, probability, position, lane);
    }

    @Override
    public int draw(Use use, Law law, long position, int lane) {
        int[] likeliest = new int[1];
        law.likeliest(1, likeliest);
        return likeliest[0];
    }

    @Override
    public int draw(Use use, Law law, long position, int lane, int count, int[] into) {
        return law.likeliest(count, into);
    }
}
