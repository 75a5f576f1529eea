package dev.specula.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.codegen.standin.PathPipeline;
import dev.specula.denoise.Condition;
import dev.specula.denoise.Coupling;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.Drift;
import dev.specula.denoise.Extrapolation;
import dev.specula.denoise.Fallback;
import dev.specula.denoise.FeatureForecast;
import dev.specula.denoise.Freshness;
import dev.specula.denoise.FrozenEstimate;
import dev.specula.denoise.FrozenIncrement;
import dev.specula.denoise.Redraw;
import dev.specula.denoise.Reflection;
import dev.specula.denoise.SmallerDenoiser;
import dev.specula.denoise.StepListener;
import dev.specula.denoise.Steps;
import dev.specula.denoise.Trajectory;
import dev.specula.denoise.Window;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.noise.Noise;
import dev.specula.token.FixedSchedule;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compiles generated denoising pipelines and compares their states with those of rounds written by hand. */
class GeneratedDenoisingTests {
    private static final float POINT = 0.8f;
    private static final int SEEDS = 10;

    private final DenoisingModel target = MixtureModel.spread(0.2);
    private final DenoisingModel draft = MixtureModel.spread(0.3);

    @ParameterizedTest
    @CsvSource({"reacher, 8", "reacherAutospeculation, 8", "reacherFresh, 4", "reacherRedrawn, 8", "pusher, 8"})
    void givesTheStatesOfARoundWrittenByHandBitForBit(String factory, int longest) throws Exception {
        PathPipeline pipeline = pipeline(factory);
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(pipeline.path(POINT, seed)).isEqualTo(byHand(factory, longest, seed));
            assertThat(pipeline.calls()).isLessThan(MixtureModel.STEPS);
        }
        assertThat(pipeline.description().longest()).isEqualTo(longest);
    }

    @ParameterizedTest
    @CsvSource({"reacher", "reacherAutospeculation", "reacherFresh", "reacherRedrawn", "reacherTuned", "pusher"})
    void isThePlainSamplerBitForBitWhereAWindowIsOneStep(String factory) throws Exception {
        PathPipeline pipeline = pipeline(factory);
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(pipeline.plainPath(POINT, seed)).isEqualTo(plain(target.open(Condition.of(POINT)), seed));
            assertThat(pipeline.calls()).isEqualTo(MixtureModel.STEPS);
        }
    }

    @Test
    void draftsNoMoreThanASelfTuningScheduleAllows() throws Exception {
        PathPipeline pipeline = pipeline("reacherTuned");
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(pipeline.path(POINT, seed)).doesNotContain(Double.NaN);
            assertThat(pipeline.calls()).isLessThanOrEqualTo(MixtureModel.STEPS);
        }
        assertThat(pipeline.schedule().budget()).isBetween(0, 8);
    }

    @Test
    void forecastsAsADenoiserThatIsPutInFrontByHand() throws Exception {
        PathPipeline pipeline = pipeline("reacherForecast");
        FeatureForecast plan =
                new FeatureForecast(2, 3, 2, 6, 0.1, 0.01, 0.01, Fallback.NEXT_STEP, Extrapolation.NEWTON);
        for (int seed = 0; seed < SEEDS; seed++) {
            Denoiser forecast = plan.over(target.openWithFeatures(Condition.of(POINT)));
            assertThat(pipeline.path(POINT, seed))
                    .isEqualTo(plain(forecast, seed))
                    .isNotEqualTo(pipeline.plainPath(POINT, seed));
        }
    }

    @ParameterizedTest
    @CsvSource({"reacher", "reacherForecast"})
    void refusesAModelThatLearnedItsVarianceBeforeAnythingIsDrawn(String factory) {
        DenoisingModel learned = new MixtureModel(0.2, 1, true, true);
        assertThatThrownBy(() -> make(factory, learned))
                .cause()
                .isInstanceOf(IncompatibleModelsException.class)
                .hasMessageContaining("\"mixture\" learned one");
    }

    @Test
    void refusesStepsWithoutNoise() {
        DenoisingModel certain = new MixtureModel(0.2, 0, true, false);
        assertThatThrownBy(() -> make("reacherAutospeculation", certain))
                .cause()
                .isInstanceOf(IncompatibleModelsException.class)
                .hasMessageContaining("no step of \"mixture\" has any");
    }

    @Test
    void refusesToForecastWhatIsNotShown() {
        DenoisingModel closed = new MixtureModel(0.2, 1, false, false);
        assertThatThrownBy(() -> make("reacherForecast", closed))
                .cause()
                .isInstanceOf(IncompatibleModelsException.class)
                .hasMessageContaining("\"mixture\" shows nothing");
    }

    private Drift drift(String factory) {
        return switch (factory) {
            case "reacher", "reacherRedrawn" -> new FrozenIncrement(Freshness.PREFETCHED);
            case "reacherAutospeculation" -> new FrozenEstimate(Freshness.PREFETCHED);
            case "reacherFresh" -> new FrozenEstimate(Freshness.RECOMPUTED);
            default -> new SmallerDenoiser(draft.open(Condition.of(POINT)));
        };
    }

    private double[] byHand(String factory, int longest, long seed) {
        Drift drift = drift(factory);
        Coupling coupling = factory.equals("reacherRedrawn") ? new Redraw() : new Reflection();
        Noise noise = Noise.seeded(seed);
        Denoiser main = target.open(Condition.of(POINT));
        double[] start = main.steps().start(main.dimension(), noise);
        DenoisingRun run = new DenoisingRun(main, start, new FixedSchedule(longest), StepListener.NONE);
        Window window = new Window(longest);
        while (run.goesOn()) {
            Trajectory path = run.path();
            window.draft(path, drift, run.budget(), noise);
            run.verify(path);
            run.commit(path, path.land(coupling, noise));
        }
        return run.state();
    }

    /** The sampler as a textbook has it: a call and a draw for each step. */
    private static double[] plain(Denoiser denoiser, long seed) {
        Noise noise = Noise.seeded(seed);
        Steps steps = denoiser.steps();
        double[] state = steps.start(denoiser.dimension(), noise);
        double[] clean = new double[state.length];
        for (int step = 0; step < steps.count(); step++) {
            denoiser.clean(1, state, new int[] {step}, clean);
            for (int i = 0; i < state.length; i++) {
                double mean = steps.mean(step, state[i], clean[i]);
                state[i] = steps.isCertain(step)
                        ? mean
                        : mean + steps.deviation(step) * noise.gaussian(Noise.Use.STATE, step + 1, i);
            }
        }
        return state;
    }

    private PathPipeline pipeline(String factory) throws Exception {
        return factory.equals("pusher") ? make(factory, target, draft) : make(factory, target);
    }

    private static PathPipeline make(String factory, DenoisingModel... models) throws Exception {
        CompiledClasses classes = new CompiledClasses(Sources.compiled("good/denoising"));
        Class<?>[] parameters = new Class<?>[models.length];
        Arrays.fill(parameters, DenoisingModel.class);
        Method method = classes.loadClass("paths.PathModelsPipelines").getDeclaredMethod(factory, parameters);
        method.setAccessible(true);
        return (PathPipeline) method.invoke(null, (Object[]) models);
    }
}
