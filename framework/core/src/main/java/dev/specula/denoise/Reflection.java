package dev.specula.denoise;

import dev.specula.noise.Noise;

/**
 * The reflection maximal coupling (Bou-Rabee, Eberle, Zimmer 2020, arXiv:1805.00452; for samplers De Bortoli et al. 2025,
 * arXiv:2501.05370, and the Gaussian rejection sampler of Hu et al. 2025, arXiv:2505.03983): a drafted
 * state is kept with probability {@code min(1, ratio of the target's density to the draft's)} and mirrored in the middle
 * between the means otherwise. Keeps {@code 2 Phi(-distance / 2)} of the states, which is the most that any coupling can.
 *
 * <p>The papers draw the mirrored vector in full; here the place along the line is mirrored and the rest of the state is not
 * touched, which is the same point with less rounding.
 */
public final class Reflection implements Coupling {
    @Override
    public double land(double distance, double place, long position, Noise noise) {
        double logRatio = distance * (place - distance / 2);
        return Math.log(noise.uniform(Noise.Use.ACCEPT, position, 0)) <= logRatio ? place : distance - place;
    }
}
