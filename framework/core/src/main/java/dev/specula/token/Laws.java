package dev.specula.token;

import dev.specula.noise.Law;

/** The laws of what follows each node of a draft. */
public interface Laws {
    /** The law of lane {@code lane} of the column after {@code node}. Valid until the predictor's next pass. */
    Law law(int node, int lane);
}
