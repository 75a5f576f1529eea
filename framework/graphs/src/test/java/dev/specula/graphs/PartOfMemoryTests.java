package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.specula.Modality;
import dev.specula.SpeculaException;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

/** A decoder attends to all rows of an encoder, or to the first of them. */
class PartOfMemoryTests {
    private final Fixture fixture = Fixture.of("whisper");

    @Test
    void anExportAndOurGraphsAttendToTheSameRows() {
        try (CausalModel ours = fixture.load(WeightFormat.F32);
                CausalModel export = fixture.loadExport("decoder_model_merged.onnx")) {
            FloatBuffer rows = fixture.encoded(ours);
            for (int tenths : new int[] {4, 10, 7, 4}) {
                float[] logits = logits(ours, part(ours, rows, tenths));
                assertThat(logits(export, part(ours, rows, tenths))).containsExactly(logits, within(1e-4f));
            }
        }
    }

    @Test
    void nothingIsLeftOfTheRowsOfTheAnswerBefore() {
        try (CausalModel used = fixture.load(WeightFormat.F32);
                CausalModel fresh = fixture.load(WeightFormat.F32)) {
            FloatBuffer rows = fixture.encoded(used);
            float[] whole = logits(used, rows);

            assertThat(logits(used, part(used, rows, 3))).isEqualTo(logits(fresh, part(used, rows, 3)));
            assertThat(logits(used, part(used, rows, 3))).isNotEqualTo(whole);
            assertThat(logits(used, rows)).isEqualTo(whole);
        }
    }

    @Test
    void refusesHalfARow() {
        try (CausalModel model = fixture.load(WeightFormat.F32)) {
            FloatBuffer rows = fixture.encoded(model);

            assertThatThrownBy(() -> logits(model, rows.slice(0, rows.remaining() - 1)))
                    .isInstanceOf(SpeculaException.class)
                    .hasMessageContaining("attends to up to ");
        }
    }

    private static FloatBuffer part(CausalModel model, FloatBuffer rows, int tenths) {
        int width = model.encoder(Modality.AUDIO).orElseThrow().width();
        return rows.slice(0, rows.remaining() / width * tenths / 10 * width);
    }

    /** Behind the prompt and behind one token more. */
    private float[] logits(CausalModel model, FloatBuffer rows) {
        Prompt prompt = Prompt.of(fixture.ids("prompt")).attendingTo(rows);
        int vocabulary = model.spec().vocabulary();
        try (Sequence sequence = model.open(prompt, Sampling.GREEDY, Passes.EXACT)) {
            Draft nothing = new Draft(1);
            float[] logits = new float[2 * vocabulary];
            float[] row = new float[vocabulary];
            for (int i = 0; i < 2; i++) {
                nothing.restart(sequence);
                sequence.pass(nothing).logits(0, 0, row);
                System.arraycopy(row, 0, logits, i * vocabulary, vocabulary);
                sequence.append(new int[] {7});
            }
            return logits;
        }
    }
}
