package dev.specula.denoise;

import dev.specula.noise.Noise;

/**
 * A maximal coupling that draws a new place for a refused state, from what the target has more of than the draft: the
 * residual {@code norm(max(0, target - draft))}, as rejection does for tokens. Keeps as many states as {@link Reflection} and
 * has the same law; landing places do not depend on the refused ones.
 *
 * <p>Where the means are near, the residual is drawn by an identity instead of by trying draws of the target, which would
 * nearly all be refused: with h half the distance, {@code phi(x - h) - phi(x + h)} is the integral over v in (-h, h) of the
 * density of v plus a Rayleigh variable, where terms of opposite sign cancel. No more than a few tries at any distance.
 */
public final class Redraw implements Coupling {
    private static final double FAR = 2.7; // where both ways need as many tries

    @Override
    public double land(double distance, double place, long position, Noise noise) {
        double logRatio = distance * (place - distance / 2);
        if (Math.log(noise.uniform(Noise.Use.ACCEPT, position, 0)) <= logRatio) {
            return place;
        }
        return distance < FAR ? near(distance, position, noise) : far(distance, position, noise);
    }

    private static double near(double distance, long position, Noise noise) {
        double half = distance / 2;
        for (int lane = 1; true; lane += 2) {
            double shift = half * (2 * noise.uniform(Noise.Use.ACCEPT, position, lane) - 1);
            double rayleigh = Math.sqrt(-2 * Math.log(noise.uniform(Noise.Use.ACCEPT, position, lane + 1)));
            if (rayleigh >= (half - shift) / 2) {
                return half + shift + rayleigh;
            }
        }
    }

    private static double far(double distance, long position, Noise noise) {
        for (int lane = 1; true; lane += 2) {
            double place = distance + noise.gaussian(Noise.Use.ACCEPT, position, lane);
            double logRatio = distance * (place - distance / 2);
            if (noise.uniform(Noise.Use.ACCEPT, position, lane + 1) > Math.exp(-logRatio)) {
                return place;
            }
        }
    }
}
