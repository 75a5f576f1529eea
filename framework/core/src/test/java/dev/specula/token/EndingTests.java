package dev.specula.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EndingTests {
    @Test
    void knowsItsEndTokens() {
        int[] ends = {3, 5};
        Ending ending = Ending.after(10, ends);
        ends[0] = 4; // the caller's array is its own
        assertThat(ending.isEnd(3)).isTrue();
        assertThat(ending.isEnd(5)).isTrue();
        assertThat(ending.isEnd(4)).isFalse();
        assertThat(Ending.after(10).isEnd(0)).isFalse();
    }

    @Test
    void refusesAnAnswerOfNothing() {
        assertThatThrownBy(() -> Ending.after(0)).hasMessage("maxColumns must be at least 1, but was 0.");
    }
}
