package dev.specula.denoise;

/** How a series of values is continued from its differences. */
public enum Extrapolation {
    /**
     * Each difference stands for a derivative (TaylorSeer, Liu et al. 2025, arXiv:2503.06923, and SpeCa): exact for lines, and
     * calm at high orders.
     */
    TAYLOR,
    /** Divided differences of Newton: exact for polynomials up to the order, at any spacing; noise grows with the order. */
    NEWTON
}
