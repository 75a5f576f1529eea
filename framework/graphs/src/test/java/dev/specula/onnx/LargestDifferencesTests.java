package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.Fixture;
import dev.specula.graphs.GgufFixture;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Prints the rows of the table in docs/architectures.md: how far logits in 32-bit floats are from the recorded ones. */
class LargestDifferencesTests {
    private static final double UNRECORDED = -1;

    @ParameterizedTest
    @MethodSource("dev.specula.graphs.Fixture#all")
    void staysWithinATenThousandthOfTheReference(String name) {
        Fixture fixture = Fixture.of(name);
        try (CausalModel model = fixture.load(WeightFormat.F32)) {
            double prompt;
            double forced;
            try (OnnxSequence sequence = open(model, fixture)) {
                Logits.compute(sequence);
                prompt = Math.max(
                        Logits.difference(sequence, fixture.ids("prompt").length, fixture.tensor("prompt.logits")),
                        Logits.largestDifference(Logits.ofPrompt(model, fixture), fixture.tensor("prompt.logits")));
                for (int token : fixture.ids("forced")) {
                    sequence.append(new int[] {token});
                }
                Logits.compute(sequence);
                forced = Logits.difference(sequence, fixture.ids("forced").length, fixture.tensor("forced.logits"));
            }
            print(
                    name,
                    prompt,
                    forced,
                    tree(model, fixture),
                    fixture.has("encoder.rows") ? encoder(model, fixture) : UNRECORDED);
        }
    }

    @ParameterizedTest
    @CsvSource({"llama, F16", "llama, Q8_0", "llama, Q4_0", "qwen2, Q8_0", "qwen2, Q4_0", "gguf-k-quants, Q4_K_M"})
    void staysWithinATenThousandthOfTheReferenceOverGgufFiles(String name, String kind) {
        GgufFixture fixture = GgufFixture.of(name, kind);
        Prompt prompt = Prompt.of(fixture.ids("input.input_ids"));
        try (CausalModel model = fixture.load(WeightFormat.F32);
                OnnxSequence sequence = (OnnxSequence) model.open(prompt, Sampling.GREEDY, Passes.EXACT)) {
            Logits.compute(sequence);

            double found = Logits.difference(sequence, prompt.length(), fixture.tensor("prompt.logits"));
            print(name + "/model-" + kind + ".gguf", found, UNRECORDED, UNRECORDED, UNRECORDED);
        }
    }

    @ParameterizedTest
    @CsvSource({"llama, model.onnx", "whisper, decoder_model_merged.onnx", "smolvlm, decoder_model_merged.onnx"})
    void staysWithinATenThousandthOfTheReferenceOverExports(String name, String decoder) {
        Fixture fixture = Fixture.of(name);
        int[] tokens = fixture.ids("prompt");
        int piece = Math.min(tokens.length, 64); // of a longer pass some logits are not kept
        float[] expected = fixture.tensor("prompt.logits");
        int split = expected.length / tokens.length * piece;
        try (CausalModel model = fixture.loadExport(decoder);
                ExportedSequence sequence =
                        (ExportedSequence) model.open(fixture.prompt(model, piece), Sampling.GREEDY, Passes.EXACT)) {
            double prompt = Math.max(
                    exported(sequence, new int[0], piece, Arrays.copyOf(expected, split)),
                    exported(
                            sequence,
                            Arrays.copyOfRange(tokens, piece, tokens.length),
                            tokens.length - piece,
                            Arrays.copyOfRange(expected, split, expected.length)));
            int[] forced = fixture.ids("forced");
            print(
                    name + "/onnx/" + decoder,
                    prompt,
                    exported(sequence, forced, forced.length, fixture.tensor("forced.logits")),
                    UNRECORDED,
                    fixture.has("encoder.rows") ? encoder(model, fixture) : UNRECORDED);
        }
    }

    /** Goes on with {@code tokens} and compares the logits of {@code rows} rows. */
    private static double exported(ExportedSequence sequence, int[] tokens, int rows, float[] expected) {
        if (rows == 0) {
            return 0;
        }
        for (int token : tokens) {
            sequence.append(new int[] {token});
        }
        Draft draft = new Draft(1);
        draft.restart(sequence);
        sequence.pass(draft);
        assertThat(sequence.firstLogits()).isZero();
        float[] row = new float[expected.length / rows];
        double largest = 0;
        for (int i = 0; i < rows; i++) {
            sequence.readLogits(i, 0, row);
            largest = Math.max(
                    largest,
                    Logits.largestDifference(row, Arrays.copyOfRange(expected, i * row.length, (i + 1) * row.length)));
        }
        return largest;
    }

    @Test
    void readsBlocksOfAllKindsAsTheReferenceDoes() {
        double largest = 0;
        for (String kind : GgufFixture.KINDS) {
            largest = Math.max(
                    largest, Logits.largestDifference(GgufFixture.blocks(kind), GgufFixture.recordedBlocks(kind)));
        }

        System.out.printf(
                "| `gguf-k-quants` | blocks of %d kinds | %s |%n", GgufFixture.KINDS.size(), written(largest));
        assertThat(largest).isZero();
    }

    private static void print(String name, double... differences) {
        System.out.printf(
                "| `%s` | %s |%n",
                name,
                DoubleStream.of(differences)
                        .mapToObj(LargestDifferencesTests::written)
                        .collect(Collectors.joining(" | ")));
        assertThat(DoubleStream.of(differences).boxed()).as(name).allMatch(difference -> difference <= 1e-4);
    }

    private static String written(double difference) {
        return difference == UNRECORDED ? "–" : difference == 0 ? "0" : String.format(Locale.ROOT, "%.1e", difference);
    }

    private static double tree(CausalModel model, Fixture fixture) {
        try (OnnxSequence sequence = open(model, fixture)) {
            Draft draft = Logits.compute(sequence);
            int[] tokens = fixture.ids("tree");
            int[] parents = fixture.ids("parents");
            for (int i = 0; i < tokens.length; i++) {
                draft.add(parents[i] + 1, tokens[i]);
            }
            sequence.pass(draft);
            return Logits.largestDifference(Logits.rows(sequence, 0, tokens.length), fixture.tensor("tree.logits"));
        }
    }

    private static double encoder(CausalModel model, Fixture fixture) {
        FloatBuffer rows = fixture.encoded(model);
        float[] found = new float[rows.remaining()];
        rows.get(found);
        return Logits.largestDifference(found, fixture.tensor("encoder.rows"));
    }

    private static OnnxSequence open(CausalModel model, Fixture fixture) {
        return (OnnxSequence) model.open(fixture.prompt(model), Sampling.GREEDY, Passes.EXACT);
    }
}
