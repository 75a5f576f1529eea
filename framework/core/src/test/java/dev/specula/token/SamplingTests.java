package dev.specula.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SamplingTests {
    @Test
    void refusesWhatIsOutOfRangeAndSaysWhatWasFound() {
        assertThatThrownBy(() -> new Sampling(-.1, 0, 1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("temperature must be 0 (greedy) or a positive number, but was -0.1.");
        assertThatThrownBy(() -> Sampling.at(Double.NaN, 0))
                .hasMessageContaining("temperature")
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Sampling.at(Double.POSITIVE_INFINITY, 0)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> new Sampling(1, -1, 1, 1, 0))
                .hasMessage("topK must be 0 (off) or a positive number of tokens, but was -1.");
        assertThatThrownBy(() -> new Sampling(1, 0, 0, 1, 0))
                .hasMessage("topP must be above 0 and at most 1 (off), but was 0.0.");
        assertThatThrownBy(() -> new Sampling(1, 0, 1.01, 1, 0))
                .hasMessageContaining("topP")
                .hasMessageContaining("1.01");
        assertThatThrownBy(() -> new Sampling(1, 0, 1, 0, 0))
                .hasMessage("repetitionPenalty must be a positive number, 1 meaning off, but was 0.0.");
    }

    @Test
    void knowsWhetherItPenalises() {
        assertThat(Sampling.GREEDY.penalises()).isFalse();
        assertThat(new Sampling(0, 0, 1, 1.1, 0).penalises()).isTrue();
    }
}
