package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoadException;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A head that says some tokens only. */
class CutHeadTests {
    private static final Path CUT = Fixture.directory("whisper").resolve("cut");

    @Test
    void saysItsTokensAsTheWholeHeadDoesAndNoOther() {
        Fixture fixture = Fixture.of("whisper");
        try (CausalModel target = fixture.load(WeightFormat.F32);
                CausalModel whole = fixture.loadDraft(WeightFormat.F32);
                CausalModel cut = load(CUT)) {
            FloatBuffer rows = fixture.encoded(target);
            float[] expected = logits(whole, fixture, rows);
            float[] found = logits(cut, fixture, rows);

            assertThat(cut.spec().vocabulary()).isEqualTo(whole.spec().vocabulary());
            int said = 0;
            for (int token = 0; token < found.length; token++) {
                if (found[token] > -1e29f) {
                    assertThat(found[token]).isCloseTo(expected[token], within(1e-5f));
                    said++;
                }
            }
            assertThat(said).isEqualTo(153);
            assertThat(found[1]).isLessThan(-1e29f);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'[0, 3,', '[0, 3, 3,', one twice",
        "'[0, 3,', '[0, 600,', others",
        "'\"tie_word_embeddings\": false', '\"tie_word_embeddings\": true', matrix is the embedding",
        "'[0, 3,', '[0,', proj_out.weight"
    })
    void refusesTokensThatItCannotSay(String from, String to, String complaint, @TempDir Path folder)
            throws IOException {
        for (String file : new String[] {"model.safetensors", "tokenizer.json"}) {
            Files.copy(CUT.resolve(file), folder.resolve(file));
        }
        String config = Files.readString(CUT.resolve("config.json"));
        assertThat(config).contains(from);
        Files.writeString(folder.resolve("config.json"), config.replace(from, to));
        assertThatThrownBy(() -> load(folder))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(complaint);
    }

    private static CausalModel load(Path folder) {
        return CheckpointLoader.load("cut", new CheckpointSource("file:" + folder, WeightFormat.F32, 512));
    }

    private static float[] logits(CausalModel model, Fixture fixture, FloatBuffer rows) {
        Prompt prompt = Prompt.of(fixture.ids("prompt")).attendingTo(rows);
        try (Sequence sequence = model.open(prompt, Sampling.GREEDY, Passes.EXACT)) {
            Draft nothing = new Draft(1);
            nothing.restart(sequence);
            float[] logits = new float[model.spec().vocabulary()];
            Arrays.fill(logits, Float.NaN);
            sequence.pass(nothing).logits(0, 0, logits);
            return logits;
        }
    }
}
