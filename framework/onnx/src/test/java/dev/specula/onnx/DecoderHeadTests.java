package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecoderHeadTests {
    private static final FloatBuffer LOGITS = FloatBuffer.wrap(new float[] {1, 2, 3, 4, 5, 6});

    @Test
    void aWholeHeadSaysTokensInTheirOrder() {
        float[] row = new float[3];
        new DecoderHead(List.of()).read(LOGITS, 1, row);
        assertThat(row).containsExactly(4, 5, 6);
    }

    @Test
    void aCutHeadSaysItsTokensWhereTheyStandInTheVocabulary() {
        float[] row = new float[5];
        new DecoderHead(List.of(4, 1, 2)).read(LOGITS, 1, row);
        assertThat(row).containsExactly(DecoderHead.UNSAYABLE, 5, 6, DecoderHead.UNSAYABLE, 4);
    }

    @Test
    void whatACutHeadCannotSayHasNoProbabilityButIsThere() {
        assertThat(Math.exp(DecoderHead.UNSAYABLE)).isZero();
        assertThat(DecoderHead.UNSAYABLE).isGreaterThan(Float.NEGATIVE_INFINITY);
    }
}
