package dev.specula.bench.denoising;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.denoise.Condition;
import dev.specula.denoise.DenoisingModel;
import dev.specula.diffusion.DefaultPipelines;
import dev.specula.plan.DenoisingPipeline;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatesComparerTests {
    private static final int SAMPLES = 2000;

    private final DenoisingModel wide = new WideGaussian(0);

    @Test
    void holdsWherePlainStatesAreTheSameAndLawsCannotBeToldApart() {
        StatesComparison comparison = compare(pipeline(wide), wide);

        assertThat(comparison.holds()).isTrue();
        assertThat(comparison.describe()).contains("0 of 5 states differ", "passed once in a hundred");
    }

    @Test
    void findsAPipelineThatIsNotThePlainSamplerEvenWithNothingToDraft() {
        StatesComparison comparison = compare(pipeline(new WideGaussian(1e-12)), wide);

        assertThat(comparison.differing()).isEqualTo(5);
        assertThat(comparison.holds()).isFalse();
        assertThat(comparison.describe()).endsWith("NOT what was promised.");
    }

    @Test
    void findsAPipelineThatKeepsWhatItShouldRefuse() {
        StatesComparison comparison = compare(new KeepsEverything(wide), wide);

        assertThat(comparison.differing()).isZero();
        assertThat(comparison.holds()).isFalse();
    }

    private static StatesComparison compare(DenoisingPipeline pipeline, DenoisingModel target) {
        return StatesComparer.compare(new StatesSubject(pipeline, target), tasks(), 1, SAMPLES);
    }

    private static DenoisingPipeline pipeline(DenoisingModel model) {
        return (DenoisingPipeline) DefaultPipelines.autospeculation(model, 6);
    }

    /** Five times the same, since the data do not depend on the condition. */
    static List<DenoisingTask> tasks() {
        return Collections.nCopies(5, new DenoisingTask() {
            @Override
            public Condition condition() {
                return Condition.of(0);
            }

            @Override
            public Map<String, Double> judge(double[] state) {
                return Map.of("far out", Math.abs(state[0]));
            }
        });
    }
}
