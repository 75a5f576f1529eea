package dev.specula.denoise;

/**
 * A denoiser of residual blocks that shows what its blocks add, so that it can be forecast instead of computed. Features are
 * the outputs of all attentions and feed-forward layers before their gates, in one array whose layout is the denoiser's own.
 */
public interface FeatureDenoiser extends Denoiser {
    /** Numbers in the features of a pass. */
    int features();

    /** Numbers in the output of the last block. */
    int outputs();

    /**
     * The clean estimate of one state, bit for bit as {@link #clean}, and the features of the pass.
     *
     * @param features of shape (features,), written
     * @param into of shape (dimension,), written
     */
    void cleanWithFeatures(double[] state, int step, float[] features, double[] into);

    /**
     * The clean estimate with given features in place of those of the blocks: no block runs, gates and residual sums do.
     *
     * @param into of shape (dimension,), written
     */
    void cleanFromFeatures(double[] state, int step, float[] features, double[] into);

    /**
     * Runs the last block alone, on the input that given features lead to.
     *
     * @param forecast of shape (outputs,), written: its output if its features are as given
     * @param computed of shape (outputs,), written: its real output
     */
    void lastBlock(double[] state, int step, float[] features, float[] forecast, float[] computed);
}
