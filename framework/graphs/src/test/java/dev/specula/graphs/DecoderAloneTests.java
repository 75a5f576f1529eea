package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decoder in a file of its own, which attends to what the encoder of another model makes. */
class DecoderAloneTests {

    private static final Path PAIR = Fixture.directory("whisper").resolve("draft");

    @Test
    void attendsToTheRowsOfAnotherModelsEncoder(@TempDir Path folder) throws IOException {
        Fixture fixture = Fixture.of("whisper");
        write(folder);
        try (CausalModel target = fixture.load(WeightFormat.F32);
                CausalModel pair = fixture.loadDraft(WeightFormat.F32);
                CausalModel alone =
                        CheckpointLoader.load("alone", new CheckpointSource("file:" + folder, WeightFormat.F32, 512))) {
            FloatBuffer rows = fixture.encoded(target);
            assertThat(alone.encoder(Modality.AUDIO)).isEmpty();
            assertThat(logits(alone, fixture, rows)).isEqualTo(logits(pair, fixture, rows));
        }
    }

    private static void write(Path folder) throws IOException {
        for (String file : new String[] {"model.safetensors", "tokenizer.json"}) {
            Files.copy(PAIR.resolve(file), folder.resolve(file));
        }
        String config = Files.readString(PAIR.resolve("config.json"));
        Files.writeString(folder.resolve("config.json"), config.replace("\"whisper\"", "\"whisper_decoder\""));
    }

    private static float[] logits(CausalModel model, Fixture fixture, FloatBuffer rows) {
        Prompt prompt = Prompt.of(fixture.ids("prompt")).attendingTo(rows);
        try (Sequence sequence = model.open(prompt, Sampling.GREEDY, Passes.EXACT)) {
            Draft nothing = new Draft(1);
            nothing.restart(sequence);
            float[] logits = new float[model.spec().vocabulary()];
            sequence.pass(nothing).logits(0, 0, logits);
            return logits;
        }
    }
}
