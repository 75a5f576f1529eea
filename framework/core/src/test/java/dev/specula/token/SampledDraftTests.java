package dev.specula.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import org.junit.jupiter.api.Test;

class SampledDraftTests {
    private static final Noise NOISE = Noise.seeded(3);
    private final LogitLaw law = new LogitLaw();
    private final SampledDraft draft = new SampledDraft(4);

    SampledDraftTests() {
        draft.restart(new Columns(1, 0));
        shape(1, 2, 3, 0);
    }

    @Test
    void remembersTheLawThatATokenWasDrawnFrom() {
        double[] before = {law.prob(0), law.prob(1), law.prob(2), law.prob(3)};
        draft.draw(0, (node, lane) -> law, NOISE);
        shape(9, 0, 0, 0); // the model moves on
        draft.draw(1, (node, lane) -> law, NOISE);
        for (int token = 0; token < 4; token++) {
            assertThat(draft.lawOf(1).prob(token)).isEqualTo(before[token]);
            assertThat(draft.lawOf(2).prob(token)).isEqualTo(law.prob(token));
        }
    }

    @Test
    void siblingsShareTheLawTheyWereDrawnFrom() {
        assertThat(draft.draw(0, (node, lane) -> law, 3, NOISE)).isEqualTo(3);
        assertThat(draft.lawOf(3)).isSameAs(draft.lawOf(1));
        assertThat(draft.startsDraw(1)).isTrue();
        assertThat(draft.startsDraw(2)).isFalse();
    }

    @Test
    void isCertainOfWhatWasAddedWhateverStoodThereBefore() {
        draft.draw(0, (node, lane) -> law, NOISE);
        draft.draw(1, (node, lane) -> law, NOISE);
        draft.restart(new Columns(1, 0));
        draft.add(0, 2);
        draft.add(1, new int[] {3});
        assertThat(draft.lawOf(1).prob(2)).isEqualTo(1);
        assertThat(draft.lawOf(1).prob(0)).isZero();
        assertThat(draft.lawOf(2).prob(3)).isEqualTo(1);
        assertThat(draft.lawOf(2).prob(0)).isZero();
    }

    @Test
    void refusesASecondDrawUnderANode() {
        draft.add(0, 1);
        draft.draw(0, (node, lane) -> law, NOISE);
        assertThatThrownBy(() -> draft.draw(0, (node, lane) -> law, NOISE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("drawn at once");
    }

    @Test
    void drawsApartFromTheAnswersOwnTokens() {
        int same = 0;
        for (int round = 0; round < 2000; round++) {
            Columns main = new Columns(1, new int[round + 1]);
            draft.restart(main);
            draft.draw(0, (node, lane) -> law, NOISE);
            same += draft.token(1, 0) == NOISE.token(law, main.length(), 0) ? 1 : 0;
        }
        // Two draws of their own agree with the sum of squares, .47 here; the same race would always agree.
        double chance = 0;
        for (int token = 0; token < 4; token++) {
            chance += law.prob(token) * law.prob(token);
        }
        assertThat(same / 2000.0).isBetween(chance - .06, chance + .06);
    }

    @Test
    void holdsManyNodes() {
        for (int node = 0; node < 100; node++) {
            shape(node % 5, 1, 0, 0);
            draft.draw(node, (parent, lane) -> law, 1, NOISE);
        }
        shape(4, 1, 0, 0);
        Law remembered = draft.lawOf(100);
        assertThat(draft.lawOf(5).prob(0)).isEqualTo(law.prob(0));
        assertThat(remembered.prob(0)).isEqualTo(law.prob(0));
    }

    @Test
    void holdsManyAddedNodes() {
        for (int node = 0; node < 100; node++) {
            draft.add(node, node % 4);
        }
        assertThat(draft.lawOf(100).prob(99 % 4)).isEqualTo(1);
        assertThat(draft.lawOf(9).prob(0)).isEqualTo(1);
    }

    @Test
    void remembersTheLawOfATokenThatWasDrawnBefore() {
        shape(2, 1, 0, 0);
        double prob = law.prob(1);
        int node = draft.add(0, 1, law);
        shape(0, 0, 0, 5);
        assertThat(draft.lawOf(node).prob(1)).isEqualTo(prob);
    }

    private void shape(float... logits) {
        System.arraycopy(logits, 0, law.row(4), 0, 4);
        law.shape(Sampling.at(1, 0));
    }
}
