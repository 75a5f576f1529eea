package dev.specula.denoise;

/**
 * Answers some steps without running the blocks of its target: their outputs are forecast from the last full passes, checked
 * now and then against the last block alone, and computed in full again where the check fails (SpeCa, Liu et al. 2025,
 * arXiv:2509.11628). Relaxed: the result is an approximation, whose quality has to be measured.
 *
 * <p>It is asked for one state a step, in the order of steps, by the plain sampler (a {@link DenoisingRun} with a schedule of 0).
 * An approximation cannot verify a draft, so several states at once are refused.
 *
 * <p>The error of a check is the mean over the last block's outputs of {@code |forecast - computed| / |computed|}, the first of
 * the errors that the paper's code offers. Belongs to one run; each run has its own.
 */
public final class ForecastDenoiser implements Denoiser {
    private final FeatureDenoiser target;
    private final FeatureForecast plan;
    private final FeatureSeries series;
    private final float[] features; // (features,)
    private final float[] forecast; // (outputs,)
    private final float[] computed; // (outputs,)
    private final double[] state; // (dimension,)
    private int sinceFull;
    private boolean refused;
    private int fullPasses;
    private int forecasts;
    private int checks;
    private int refusals;

    ForecastDenoiser(FeatureDenoiser target, FeatureForecast plan) {
        this.target = target;
        this.plan = plan;
        this.series = new FeatureSeries(plan.extrapolation(), plan.order(), target.features());
        this.features = new float[target.features()];
        this.forecast = new float[target.outputs()];
        this.computed = new float[target.outputs()];
        this.state = new double[target.dimension()];
    }

    @Override
    public int dimension() {
        return target.dimension();
    }

    @Override
    public Steps steps() {
        return target.steps();
    }

    @Override
    public boolean learnsVariance() {
        return target.learnsVariance();
    }

    @Override
    public void clean(int rows, double[] states, int[] at, double[] into) {
        if (rows != 1) {
            throw new IllegalArgumentException("Forecast features answer one state a call, but there are " + rows
                    + ": an approximation cannot verify a draft; give the run a schedule of 0.");
        }
        System.arraycopy(states, 0, state, 0, state.length);
        int step = at[0];
        if (!mayForecast(step)) {
            full(step, into);
            return;
        }
        series.forecast(step, features);
        sinceFull++;
        refused = sinceFull >= plan.firstChecked() && isOff(step);
        if (refused && plan.fallback() == Fallback.THIS_STEP) {
            full(step, into);
            return;
        }
        forecasts++;
        target.cleanFromFeatures(state, step, features, into);
    }

    private boolean mayForecast(int step) {
        return step >= plan.warmUp() && sinceFull < plan.longest() && !refused;
    }

    private void full(int step, double[] into) {
        target.cleanWithFeatures(state, step, features, into);
        series.learn(step, features);
        sinceFull = 0;
        refused = false;
        fullPasses++;
    }

    private boolean isOff(int step) {
        target.lastBlock(state, step, features, forecast, computed);
        double error = 0;
        for (int i = 0; i < computed.length; i++) {
            error += Math.abs(forecast[i] - computed[i]) / (Math.abs(computed[i]) + 1e-10);
        }
        boolean off = error / computed.length > plan.toleranceAt(step, steps().count());
        checks++;
        refusals += off ? 1 : 0;
        return off;
    }

    /** Steps that were computed in full. */
    public int fullPasses() {
        return fullPasses;
    }

    /** Steps whose estimate came from forecast features. */
    public int forecasts() {
        return forecasts;
    }

    /** Runs of the last block alone. */
    public int checks() {
        return checks;
    }

    /** Checks that found a forecast too far off. */
    public int refusals() {
        return refusals;
    }

    @Override
    public void close() {
        target.close();
    }
}
