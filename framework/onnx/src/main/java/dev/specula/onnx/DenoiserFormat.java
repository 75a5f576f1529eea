package dev.specula.onnx;

/**
 * Names of the inputs and outputs of denoiser graphs: the contract between what writes graphs and what runs them.
 *
 * <p>Letters: n rows, which do not see each other; S the shape of a state; F that of a feature.
 *
 * <p>A denoiser is one graph, {@link #WHOLE}. One that shows features has two more over the same weights: {@link #FORECAST}
 * takes features in place of what the blocks add, {@link #LAST} runs the last block alone.
 */
public final class DenoiserFormat {
    /** Graph from states to velocities, and to features where there are any. */
    public static final String WHOLE = "whole";
    /** Graph from states and features to velocities. */
    public static final String FORECAST = "forecast";
    /** Graph from states and features to the output of the last block, as forecast and as computed. */
    public static final String LAST = "last";

    /** float (n, S). */
    public static final String STATES = "states";
    /** float (n, 1): from 1, noise, to 0, data. */
    public static final String TIMES = "times";
    /** float (n, numbers). */
    public static final String CONDITIONS = "conditions";
    /** float (n, S): {@code signal * noise - noise level * clean}. */
    public static final String VELOCITIES = "velocities";
    /** float (n, F): output of the last block if its features are as given. */
    public static final String FORECAST_OUTPUT = "forecast_output";
    /** float (n, F): its real output. */
    public static final String COMPUTED_OUTPUT = "computed_output";

    private DenoiserFormat() {}

    /** float (n, F): what attention or feed-forward layer number {@code index} adds before its gate. */
    public static String feature(int index) {
        return "feature_" + index;
    }
}
