package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.Extrapolation;
import dev.specula.denoise.Fallback;
import dev.specula.denoise.FeatureDenoiser;
import dev.specula.denoise.FeatureForecast;
import dev.specula.denoise.Reflection;
import dev.specula.denoise.StepListener;
import dev.specula.denoise.Trajectory;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.ModelLoadException;
import dev.specula.noise.Noise;
import dev.specula.token.FixedSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two tiny denoisers of random weights against what PyTorch computed with them. */
class DenoiserLoaderTests {
    private static final String FIXTURES = "classpath:fixtures/denoisers/";
    private static final int[] AT = {0, 20, 50, 99}; // the steps of the expected rows

    private static DenoisingModel model(String name) {
        return DenoiserLoader.of(Map.of(name, FIXTURES + name + "/")).denoising(name);
    }

    private static Weights expected(String name) {
        try {
            return SafetensorsFile.open(
                    CheckpointFolder.at(FIXTURES + name + "/").weights("expected.safetensors"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Condition condition(Weights expected, DenoisingModel model) {
        float[] all = expected.read("conditions");
        return Condition.of(Arrays.copyOf(all, model.spec().conditions())).guidedBy(1);
    }

    private static double[] states(Weights expected) {
        float[] states = expected.read("states");
        double[] wide = new double[states.length];
        Arrays.setAll(wide, i -> states[i]);
        return wide;
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy", "tiles"})
    void estimatesAreThoseOfPyTorch(String name) {
        try (DenoisingModel model = model(name);
                Denoiser denoiser = model.open(condition(expected(name), model))) {
            double[] states = states(expected(name));
            float[] velocities = expected(name).read("velocities");
            double[] clean = new double[states.length];
            denoiser.clean(AT.length, states, AT, clean);
            int dimension = model.spec().dimension();
            for (int i = 0; i < states.length; i++) {
                double angle = Math.PI / 2 * model.steps().time(AT[i / dimension]);
                double signal = AT[i / dimension] == 0 ? 0 : Math.cos(angle);
                assertThat(clean[i]).isCloseTo(signal * states[i] - Math.sin(angle) * velocities[i], within(2e-4));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy", "tiles"})
    void aRowDoesNotDependOnItsNeighbours(String name) {
        try (DenoisingModel model = model(name);
                Denoiser denoiser = model.open(condition(expected(name), model))) {
            int dimension = model.spec().dimension();
            double[] states = states(expected(name));
            double[] together = new double[states.length];
            denoiser.clean(AT.length, states, AT, together);
            for (int row = 0; row < AT.length; row++) {
                double[] alone = new double[dimension];
                denoiser.clean(
                        1,
                        Arrays.copyOfRange(states, row * dimension, (row + 1) * dimension),
                        new int[] {AT[row]},
                        alone);
                assertThat(alone)
                        .usingComparatorWithPrecision(1e-4)
                        .isEqualTo(Arrays.copyOfRange(together, row * dimension, (row + 1) * dimension));
            }
        }
    }

    @Test
    void guidanceMovesAwayFromWhatIsSaidWithoutCondition() {
        try (DenoisingModel model = model("tiles")) {
            double[] state =
                    Arrays.copyOf(states(expected("tiles")), model.spec().dimension());
            double[] told = estimate(model, Condition.of(3, 5).guidedBy(1), state);
            double[] untold = estimate(model, Condition.of(8, 8).guidedBy(1), state);
            double[] guided = estimate(model, Condition.of(3, 5).guidedBy(3), state);
            for (int i = 0; i < state.length; i++) {
                assertThat(guided[i]).isCloseTo(untold[i] + 3 * (told[i] - untold[i]), within(1e-4));
            }
            assertThat(estimate(model, Condition.of(3, 5), state))
                    .isEqualTo(estimate(model, Condition.of(3, 5).guidedBy(2), state));
        }
    }

    private static double[] estimate(DenoisingModel model, Condition condition, double[] state) {
        double[] clean = new double[state.length];
        try (Denoiser denoiser = model.open(condition)) {
            denoiser.clean(1, state, new int[] {40}, clean);
        }
        return clean;
    }

    @Test
    void itsOwnFeaturesGiveTheEstimateBack() {
        try (DenoisingModel model = model("tiles");
                FeatureDenoiser denoiser = model.openWithFeatures(Condition.of(1, 2))) {
            double[] state =
                    Arrays.copyOf(states(expected("tiles")), model.spec().dimension());
            double[] plain = new double[state.length];
            double[] whole = new double[state.length];
            double[] again = new double[state.length];
            float[] features = new float[denoiser.features()];
            denoiser.clean(1, state, new int[] {30}, plain);
            denoiser.cleanWithFeatures(state, 30, features, whole);
            denoiser.cleanFromFeatures(state, 30, features, again);
            assertThat(whole).isEqualTo(plain);
            assertThat(again).usingComparatorWithPrecision(1e-4).isEqualTo(plain);
            assertThat(features).doesNotContain(0f);
        }
    }

    /** Requests take the buffers over from each other, and a guided one has twice the rows. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 3})
    void featuresAreThoseOfTheRequestWhateverCameBefore(double guidance) {
        try (DenoisingModel model = model("tiles")) {
            Condition first = Condition.of(1, 2).guidedBy(guidance);
            Condition other = Condition.of(4, 3).guidedBy(guidance == 1 ? 3 : 1);
            Condition last = Condition.of(5, 6).guidedBy(guidance);
            float[] alone;
            try (DenoisingModel fresh = model("tiles")) {
                alone = features(fresh, last);
            }

            features(model, first);
            features(model, other);

            assertThat(features(model, last)).isEqualTo(alone);
        }
    }

    private static float[] features(DenoisingModel model, Condition condition) {
        try (FeatureDenoiser denoiser = model.openWithFeatures(condition)) {
            double[] state =
                    Arrays.copyOf(states(expected("tiles")), model.spec().dimension());
            float[] features = new float[denoiser.features()];
            denoiser.cleanWithFeatures(state, 30, features, new double[state.length]);
            double[] again = new double[state.length];
            denoiser.cleanFromFeatures(state, 30, features, again);
            double[] plain = new double[state.length];
            denoiser.clean(1, state, new int[] {30}, plain);
            assertThat(again).usingComparatorWithPrecision(1e-4).isEqualTo(plain);
            return features;
        }
    }

    @Test
    void theLastBlockConfirmsItsOwnFeaturesAndNoOthers() {
        try (DenoisingModel model = model("tiles");
                FeatureDenoiser denoiser = model.openWithFeatures(Condition.of(1, 2))) {
            double[] state =
                    Arrays.copyOf(states(expected("tiles")), model.spec().dimension());
            float[] features = new float[denoiser.features()];
            denoiser.cleanWithFeatures(state, 30, features, new double[state.length]);
            assertThat(gap(denoiser, state, features)).isLessThan(1e-3);
            features[0] += 5;
            assertThat(gap(denoiser, state, features)).isGreaterThan(1e-2);
        }
    }

    private static double gap(FeatureDenoiser denoiser, double[] state, float[] features) {
        float[] forecast = new float[denoiser.outputs()];
        float[] computed = new float[denoiser.outputs()];
        denoiser.lastBlock(state, 30, features, forecast, computed);
        double gap = 0;
        for (int i = 0; i < forecast.length; i++) {
            gap = Math.max(gap, Math.abs(forecast[i] - computed[i]));
        }
        return gap;
    }

    @Test
    void aRunWithoutForecastsIsThePlainSamplerBitForBit() {
        try (DenoisingModel model = model("tiles")) {
            FeatureForecast none =
                    new FeatureForecast(4, 3, 2, 0, 0.1, 0.01, 0.01, Fallback.NEXT_STEP, Extrapolation.TAYLOR);
            assertThat(run(none.over(model.openWithFeatures(Condition.of(1, 2)))))
                    .isEqualTo(run(model.open(Condition.of(1, 2))));
        }
    }

    private static double[] run(Denoiser denoiser) {
        Noise noise = Noise.seeded(3);
        try (denoiser) {
            DenoisingRun run = new DenoisingRun(
                    denoiser,
                    denoiser.steps().start(denoiser.dimension(), noise),
                    new FixedSchedule(0),
                    StepListener.NONE);
            while (run.goesOn()) {
                Trajectory path = run.path();
                run.verify(path);
                run.commit(path, path.land(new Reflection(), noise));
            }
            return run.state();
        }
    }

    @Test
    void manyRowsComeAfterFew() {
        try (DenoisingModel model = model("policy");
                Denoiser denoiser = model.open(condition(expected("policy"), model))) {
            int dimension = model.spec().dimension();
            Random random = new Random(1);
            double[] states = random.doubles(100L * dimension).toArray();
            int[] at = random.ints(100, 0, 100).toArray();
            double[] few = new double[2 * dimension];
            double[] many = new double[states.length];
            denoiser.clean(2, states, at, few);
            denoiser.clean(100, states, at, many);
            assertThat(Arrays.copyOf(many, few.length)).isEqualTo(few);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        try (DenoisingModel policy = model("policy")) {
            assertThatThrownBy(() -> policy.open(Condition.of(1, 2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("takes a condition of 17 numbers, but there are 2");
            assertThatThrownBy(() -> policy.open(Condition.of(new float[17]).guidedBy(2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot be guided");
            assertThatThrownBy(() -> policy.openWithFeatures(Condition.of(new float[17])))
                    .isInstanceOf(IncompatibleModelsException.class)
                    .hasMessageContaining("shows nothing");
        }
        assertThatThrownBy(() -> Condition.of(1).guidedBy(-1)).hasMessageContaining("at least 0, but was -1");
        assertThatThrownBy(() -> DenoiserLoader.of(Map.of("one", "file:x")).denoising("other"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("known are [one]");
    }

    @Test
    void aSamplerThatIsNotKnownIsRefused(@TempDir Path folder) throws IOException {
        CheckpointFolder policy = CheckpointFolder.at(FIXTURES + "policy/");
        Files.writeString(folder.resolve("config.json"), policy.text("config.json"));
        Files.writeString(
                folder.resolve("manifest.json"), policy.text("manifest.json").replace("cosine", "linear"));
        Files.copy(policy.open("model.safetensors"), folder.resolve("model.safetensors"));
        assertThatThrownBy(() -> DenoiserLoader.load("odd", CheckpointSource.of("file:" + folder, WeightFormat.F32)))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("\"schedule\"")
                .hasMessageContaining("must be \"cosine\", but is \"linear\"");
    }

    @ParameterizedTest
    @CsvSource({
        "policy, config.json, time_waves, 3, an even number from 4 on",
        "policy, config.json, time_waves, 2000000000, between 1 and 65536",
        "policy, config.json, state_size, -1, between 1 and 65536",
        "policy, config.json, layer_norm_eps, 0, greater than 0",
        "policy, manifest.json, eta, 2, between 0 and 1",
        "policy, manifest.json, steps, 0, between 1 and 100000",
        "tiles, config.json, patch_size, 0, between 1 and 1024",
        "tiles, config.json, image_size, 33, a multiple of patch_size",
        "tiles, config.json, num_attention_heads, 3, a divisor of hidden_size"
    })
    void refusesValuesThatNoDenoiserHas(
            String name, String file, String key, String value, String required, @TempDir Path folder)
            throws IOException {
        CheckpointFolder fixture = CheckpointFolder.at(FIXTURES + name + "/");
        for (String each : new String[] {"config.json", "manifest.json"}) {
            JsonObject json = JsonParser.parseString(fixture.text(each)).getAsJsonObject();
            if (each.equals(file)) {
                json.add(key, JsonParser.parseString(value));
            }
            Files.writeString(folder.resolve(each), json.toString());
        }
        Files.copy(fixture.open("model.safetensors"), folder.resolve("model.safetensors"));

        assertThatThrownBy(() -> DenoiserLoader.load("odd", CheckpointSource.of("file:" + folder, WeightFormat.F32)))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContainingAll("\"" + key + "\" in " + file, "must be " + required);
    }
}
