package dev.specula.token;

/**
 * One run of a model over a draft: the laws after the nodes that the run computed. A view of the model's memory, valid until
 * the predictor's next pass.
 */
public interface Pass extends Laws {
    /** Number of rows that were computed: pending columns and nodes, without padding. */
    int rows();

    /**
     * Writes what the model gives for lane {@code lane} of the column after {@code node}, before anything shapes it, to {@code
     * into}, {@code (vocabulary,)}: for those who mix models. Who drafts or judges asks for the law.
     */
    void logits(int node, int lane, float[] into);
}
