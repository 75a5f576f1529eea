package dev.specula.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.Guarantee;
import dev.specula.denoise.Condition;
import dev.specula.denoise.Extrapolation;
import dev.specula.denoise.Fallback;
import dev.specula.denoise.FeatureForecast;
import dev.specula.denoise.NoiseLevels;
import dev.specula.denoise.Steps;
import dev.specula.model.IncompatibleModelsException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultPipelinesTests {
    private static final Steps NOISY = Steps.ddpm(NoiseLevels.cosine(60));
    private static final Steps CERTAIN = Steps.ddim(NoiseLevels.cosine(60), 0);

    private final GaussianModel model = new GaussianModel(NOISY);

    @Test
    void aDraftedRunTakesFewerCallsThanSteps() {
        Denoised drafted = DefaultPipelines.autospeculation(model, 8).draw(request(1));
        assertThat(drafted.isPartial()).isFalse();
        assertThat(drafted.report().committed()).isEqualTo(60);
        assertThat(drafted.calls()).isLessThan(30);
        assertThat(model.calls()).isEqualTo(drafted.calls());
    }

    @Test
    void offIsThePlainSamplerWhateverThePipeline() {
        double[] plain = DefaultPipelines.autospeculation(model, 8)
                .draw(request(2).plainly())
                .state();
        assertThat(model.calls()).isEqualTo(60);
        assertThat(DefaultPipelines.speculativeDenoising(model, 3)
                        .draw(request(2).plainly())
                        .state())
                .isEqualTo(plain);
    }

    @Test
    void aSeedGivesTheSameStateAgain() {
        Denoising pipeline = DefaultPipelines.speculativeDenoising(model, 4);
        assertThat(pipeline.draw(request(3)).state())
                .isEqualTo(pipeline.draw(request(3)).state())
                .isNotEqualTo(pipeline.draw(request(4)).state());
    }

    @Test
    void everyDenoiserIsClosed() {
        DefaultPipelines.autospeculation(model, 8).draw(request(1));
        assertThat(model.open()).isZero();
    }

    @Test
    void aListenerHearsEveryStepOnce() {
        List<Integer> heard = new ArrayList<>();
        DefaultPipelines.autospeculation(model, 8).draw(request(1), (done, state, estimate) -> heard.add(done));
        assertThat(heard).isSorted().doesNotHaveDuplicates().endsWith(60);
    }

    @Test
    void anInterruptedThreadGetsAPartialState() {
        Thread.currentThread().interrupt();
        Denoised stopped = DefaultPipelines.autospeculation(model, 8).draw(request(1));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped.isPartial()).isTrue();
    }

    @Test
    void whatAPipelineIsCanBeRead() {
        Denoising pipeline = DefaultPipelines.autospeculation(model, 8);
        assertThat(pipeline.description().key()).isEqualTo("gaussian.autospeculation");
        assertThat(pipeline.description().guarantee()).isEqualTo(Guarantee.SAME_LAW);
        assertThat(pipeline.model().dimension()).isEqualTo(GaussianModel.DIMENSION);
    }

    @Test
    void aModelThatCannotBeDraftedForIsRefusedAtOnce() {
        assertThatThrownBy(() -> DefaultPipelines.autospeculation(new GaussianModel(CERTAIN), 8))
                .isInstanceOf(IncompatibleModelsException.class)
                .hasMessageContaining("no step of \"gaussian\" has any");
        assertThatThrownBy(() -> DefaultPipelines.autospeculation(model.learningVariance(), 8))
                .isInstanceOf(IncompatibleModelsException.class)
                .hasMessageContaining("learned one");
        FeatureForecast forecast =
                new FeatureForecast(2, 3, 2, 5, 0.1, 0.1, 0.01, Fallback.NEXT_STEP, Extrapolation.TAYLOR);
        assertThatThrownBy(() -> DefaultPipelines.speCa(model, forecast))
                .isInstanceOf(IncompatibleModelsException.class)
                .hasMessageContaining("shows nothing");
    }

    @Test
    void aWindowOfNothingIsRefused() {
        assertThatThrownBy(() -> DefaultPipelines.autospeculation(model, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1 drafted state, but was 0");
    }

    private static DenoisingRequest request(long seed) {
        return DenoisingRequest.of(Condition.of(0.5f), seed);
    }
}
