package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.Fixture;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Sampling;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs in 32-bit floats compute what the reference library recorded. */
class FixtureLogitsTests {
    private static final float TOLERANCE = 1e-4f;

    @ParameterizedTest
    @MethodSource("dev.specula.graphs.Fixture#all")
    void givesTheRecordedLogitsOfThePromptAndOfForcedTokensAfterIt(String name) {
        Fixture fixture = Fixture.of(name);
        try (CausalModel model = fixture.load(WeightFormat.F32);
                OnnxSequence sequence = open(model, fixture)) {
            int[] prompt = fixture.ids("prompt");
            Draft draft = new Draft(1);
            draft.restart(sequence);
            sequence.pass(draft);
            Logits.assertRowsEqual(sequence, prompt.length, fixture.tensor("prompt.logits"), TOLERANCE);

            for (int token : fixture.ids("forced")) {
                sequence.append(new int[] {token});
            }
            draft.restart(sequence);
            sequence.pass(draft);
            Logits.assertRowsEqual(sequence, 8, fixture.tensor("forced.logits"), TOLERANCE);
        }
    }

    /** Columns that stand for rows of a picture among them. */
    @Test
    void givesTheRecordedLogitsOfAllColumnsOfALongPrompt() {
        Fixture fixture = Fixture.of("smolvlm");
        try (CausalModel model = fixture.load(WeightFormat.F32)) {
            assertThat(fixture.ids("prompt")).hasSizeGreaterThan(DecoderMemory.KEPT_ROWS);
            assertThat(Logits.largestDifference(Logits.ofPrompt(model, fixture), fixture.tensor("prompt.logits")))
                    .isLessThan(TOLERANCE);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.specula.graphs.Fixture#all")
    void givesEachNodeOfATreeTheRecordedLogitsOfItsPath(String name) {
        Fixture fixture = Fixture.of(name);
        try (CausalModel model = fixture.load(WeightFormat.F32);
                OnnxSequence sequence = open(model, fixture)) {
            Draft draft = new Draft(1);
            draft.restart(sequence);
            sequence.pass(draft);
            int[] tokens = fixture.ids("tree");
            int[] parents = fixture.ids("parents");
            for (int i = 0; i < tokens.length; i++) {
                draft.add(parents[i] + 1, tokens[i]);
            }

            sequence.pass(draft);

            Logits.assertRowsEqual(sequence, tokens.length, fixture.tensor("tree.logits"), TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "qwen3", "qwen2", "llama-tied"})
    void fillsTheCacheWithTheRecordedKeysAndValues(String name) {
        Fixture fixture = Fixture.of(name);
        try (CausalModel model = fixture.load(WeightFormat.F32);
                OnnxSequence sequence = open(model, fixture)) {
            Draft draft = new Draft(1);
            draft.restart(sequence);
            sequence.pass(draft);

            int rows = fixture.ids("prompt").length;
            float[] keys = fixture.tensor("prompt.kv.0.key");
            float[] values = fixture.tensor("prompt.kv.1.value");
            assertThat(Logits.largestDifference(Logits.cache(sequence, 0, rows), keys))
                    .isLessThan(TOLERANCE);
            assertThat(Logits.largestDifference(Logits.cache(sequence, 3, rows), values))
                    .isLessThan(TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "qwen3", "gemma3", "gpt2"})
    void givesTheRecordedLogitsOfTheDraftModel(String name) {
        Fixture fixture = Fixture.of(name);
        try (CausalModel model = fixture.loadDraft(WeightFormat.F32);
                OnnxSequence sequence = open(model, fixture)) {
            Draft draft = new Draft(1);
            draft.restart(sequence);

            sequence.pass(draft);

            Logits.assertRowsEqual(
                    sequence, fixture.ids("prompt").length, fixture.tensor("draft.prompt_logits"), TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llava", "llava-siglip", "smolvlm", "idefics3", "whisper", "vit-gpt2", "trocr"})
    void encodesTheRecordedPicturesAndSounds(String name) {
        Fixture fixture = Fixture.of(name);
        try (CausalModel model = fixture.load(WeightFormat.F32)) {
            FloatBuffer rows = fixture.encoded(model);
            float[] found = new float[rows.remaining()];
            rows.get(found);

            assertThat(Logits.largestDifference(found, fixture.tensor("encoder.rows")))
                    .isLessThan(TOLERANCE);
        }
    }

    @ParameterizedTest
    @CsvSource({"llama, RI8, 0.998", "llama, INT4, 0.95", "qwen3, RI8, 0.998", "qwen3, INT4, 0.95", "llava, RI8, 0.998"
    })
    void staysNearTheRecordedLogitsInShorterFormats(String name, WeightFormat format, double likeness) {
        Fixture fixture = Fixture.of(name);
        try (CausalModel model = fixture.load(format);
                OnnxSequence sequence = open(model, fixture)) {
            Draft draft = new Draft(1);
            draft.restart(sequence);

            sequence.pass(draft);

            float[] found = Logits.rows(sequence, 0, fixture.ids("prompt").length);
            assertThat(Logits.cosine(found, fixture.tensor("prompt.logits"))).isGreaterThan(likeness);
        }
    }

    private static OnnxSequence open(CausalModel model, Fixture fixture) {
        return (OnnxSequence) model.open(fixture.prompt(model), Sampling.GREEDY, Passes.EXACT);
    }
}
