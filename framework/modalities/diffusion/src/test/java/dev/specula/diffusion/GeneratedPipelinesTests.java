package dev.specula.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.Guarantee;
import dev.specula.denoise.Condition;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.NoiseLevels;
import dev.specula.denoise.Steps;
import dev.specula.model.IncompatibleModelsException;
import org.junit.jupiter.api.Test;

/** Pipelines that the generator wrote for {@link GaussianModels}, beside those composed at run time. */
class GeneratedPipelinesTests {
    private final DenoisingModel model = new GaussianModels().paths();

    @Test
    void drawAsPipelinesThatAreComposedAtRunTimeBitForBit() {
        for (int seed = 0; seed < 5; seed++) {
            assertThat(drawn(GaussianModelsPipelines.paths(model), seed))
                    .isEqualTo(drawn(DefaultPipelines.autospeculation(model, 8), seed));
            assertThat(drawn(GaussianModelsPipelines.pathsSpeculativeDenoising(model), seed))
                    .isEqualTo(drawn(DefaultPipelines.speculativeDenoising(model, 8), seed));
            assertThat(drawn(GaussianModelsPipelines.pictures(model), seed))
                    .isEqualTo(drawn(DefaultPipelines.autospeculation(model, 3), seed));
        }
    }

    @Test
    void answerForEveryKindOfStateByOneContract() {
        assertThat(GaussianModelsPipelines.paths(model).description().guarantee())
                .isEqualTo(Guarantee.SAME_LAW);
        assertThat(GaussianModelsPipelines.pictures(model).description().longest())
                .isEqualTo(3);
        assertThat(GaussianModelsPipelines.clouds(model, model).description().key())
                .isEqualTo("clouds");
    }

    @Test
    void refuseModelsThatCannotDoWhatTheyAsk() {
        assertThatThrownBy(
                        () -> GaussianModelsPipelines.paths(new GaussianModel(GaussianModels.STEPS).learningVariance()))
                .isInstanceOf(IncompatibleModelsException.class)
                .hasMessageContaining("learned one");
        assertThatThrownBy(() -> GaussianModelsPipelines.pathsSpeCa(model))
                .isInstanceOf(IncompatibleModelsException.class)
                .hasMessageContaining("shows nothing");
    }

    @Test
    void keepWholeDraftsOfAModelThatEqualsItsTarget() {
        Denoised cloud = GaussianModelsPipelines.clouds(model, model).draw(DenoisingRequest.of(Condition.of(0.5f), 1));
        assertThat(cloud.report().kept()).isEqualTo(cloud.report().drafted()).isPositive();
        assertThat(cloud.calls()).isEqualTo((int) Math.ceil(60 / 9.0));
    }

    @Test
    void refuseADraftModelOfOtherSteps() {
        DenoisingModel shorter = new GaussianModel(Steps.ddpm(NoiseLevels.cosine(30)));
        assertThatThrownBy(() -> GaussianModelsPipelines.clouds(model, shorter))
                .isInstanceOf(IncompatibleModelsException.class)
                .hasMessageContaining("must have the steps of its target")
                .hasMessageContaining("has 30 where \"gaussian\" has 60");
    }

    private static double[] drawn(Denoising pipeline, long seed) {
        return pipeline.draw(DenoisingRequest.of(Condition.of(0.5f), seed)).state();
    }
}
