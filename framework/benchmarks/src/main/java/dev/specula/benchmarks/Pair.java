package dev.specula.benchmarks;

/**
 * A target and a draft that agree on each token with the same probability, independently of the others: what chains of them
 * cost and gain (Leviathan et al. 2023, arXiv:2211.17192, section 3). Their own Java, some microseconds a round, is left out.
 */
record Pair(CostCurve target, CostCurve draft) {
    private static final int LONGEST_CHAIN = 12;

    /** A chain length and what it brings. */
    record Gain(int chain, double speedup, double timePerToken) {}

    /** Expected columns per round: the chain up to its first rejection, and the bonus token. */
    static double columns(double agreement, int chain) {
        return agreement == 1 ? chain + 1 : (1 - Math.pow(agreement, chain + 1)) / (1 - agreement);
    }

    /** A round with a chain against plain decoding. The draft's first pass feeds two rows after a chain kept whole. */
    Gain gain(double agreement, int chain) {
        double drafting = chain * draft.time(1);
        if (chain > 0) {
            drafting += Math.pow(agreement, chain) * (draft.time(2) - draft.time(1));
        }
        double round = target.time(Math.max(2, chain + 1)) + drafting;
        double perToken = round / columns(agreement, chain);
        return new Gain(chain, target.time(1) / perToken, perToken);
    }

    /** The chain length with the highest speed-up. */
    Gain best(double agreement) {
        Gain best = gain(agreement, 0);
        for (int chain = 1; chain <= LONGEST_CHAIN; chain++) {
            Gain gain = gain(agreement, chain);
            best = gain.speedup() > best.speedup() ? gain : best;
        }
        return best;
    }

    /** The least agreement, in thousandths, whose best chain reaches {@code speedup}; above 1 if none does. */
    double agreementFor(double speedup) {
        int thousandths = 0;
        while (thousandths <= 1000 && best(thousandths / 1000.0).speedup() < speedup) {
            thousandths++;
        }
        return thousandths / 1000.0;
    }
}
