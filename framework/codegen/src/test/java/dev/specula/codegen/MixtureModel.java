package dev.specula.codegen;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoiserSpec;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.FeatureDenoiser;
import dev.specula.denoise.NoiseLevels;
import dev.specula.denoise.Steps;
import dev.specula.testkit.GaussianMixture;

/**
 * The exact denoiser of data on either side of a condition. The features it shows are its estimates, so a forecast continues
 * those.
 *
 * @param deviation of the data about each side
 * @param eta share of the ancestral noise in its steps
 * @param showsFeatures whether they can be forecast
 * @param learnsVariance whether it claims to have learned the variance of its steps
 */
record MixtureModel(double deviation, double eta, boolean showsFeatures, boolean learnsVariance)
        implements DenoisingModel {
    static final int STEPS = 40;

    private static final int DIMENSION = 3;
    private static final NoiseLevels LEVELS = NoiseLevels.cosine(STEPS);

    static MixtureModel spread(double deviation) {
        return new MixtureModel(deviation, 1, true, false);
    }

    @Override
    public DenoiserSpec spec() {
        return new DenoiserSpec("mixture", DIMENSION, 1, 1, false, showsFeatures, learnsVariance, 0);
    }

    @Override
    public Steps steps() {
        return Steps.ddim(LEVELS, eta);
    }

    @Override
    public Denoiser open(Condition condition) {
        double[][] means = new double[2][DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            means[0][i] = condition.number(0);
            means[1][i] = -condition.number(0);
        }
        return new GaussianMixture(LEVELS, steps(), new double[] {0.7, 0.3}, means, deviation);
    }

    @Override
    public FeatureDenoiser openWithFeatures(Condition condition) {
        return new EstimatesShown(open(condition));
    }

    private record EstimatesShown(Denoiser plain) implements FeatureDenoiser {
        @Override
        public int dimension() {
            return plain.dimension();
        }

        @Override
        public Steps steps() {
            return plain.steps();
        }

        @Override
        public void clean(int rows, double[] states, int[] at, double[] into) {
            plain.clean(rows, states, at, into);
        }

        @Override
        public int features() {
            return dimension();
        }

        @Override
        public int outputs() {
            return dimension();
        }

        @Override
        public void cleanWithFeatures(double[] state, int step, float[] features, double[] into) {
            plain.clean(1, state, new int[] {step}, into);
            for (int i = 0; i < features.length; i++) {
                features[i] = (float) into[i];
            }
        }

        @Override
        public void cleanFromFeatures(double[] state, int step, float[] features, double[] into) {
            for (int i = 0; i < features.length; i++) {
                into[i] = features[i];
            }
        }

        @Override
        public void lastBlock(double[] state, int step, float[] features, float[] forecast, float[] computed) {
            System.arraycopy(features, 0, forecast, 0, forecast.length);
            cleanWithFeatures(state, step, computed, new double[computed.length]);
        }
    }
}
