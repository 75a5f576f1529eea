package dev.specula.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PromptTests {
    @Test
    void holdsColumnAfterColumn() {
        Prompt prompt = Prompt.ofLanes(2, 1, 2, 3, 4, 5, 6);
        assertThat(prompt.length()).isEqualTo(3);
        assertThat(prompt.token(1, 0)).isEqualTo(3);
        assertThat(prompt.token(2, 1)).isEqualTo(6);
        assertThat(prompt.values()).isNull();
    }

    @Test
    void refusesNothingAndHalfColumns() {
        assertThatThrownBy(Prompt::of).hasMessageContaining("at least one column");
        assertThatThrownBy(() -> Prompt.ofLanes(2, 1, 2, 3)).hasMessageContaining("2 tokens each, but has 3");
    }

    @Test
    void rowsStandForColumnsBeforeTheLast() {
        Prompt prompt = Prompt.of(0, 0, 0, 1).withRows(0, 3, FloatBuffer.allocate(6));
        assertThat(prompt.columnOfRow(2)).isEqualTo(2);
        assertThat(prompt.rows()).isEqualTo(3);
        assertThatThrownBy(() -> Prompt.of(0, 0).withRows(1, 1, FloatBuffer.allocate(2)))
                .hasMessageContaining("before the last column");
    }

    @Test
    void rowsMayStandBetweenTokens() {
        Prompt prompt = Prompt.of(0, 5, 0, 1).withRows(new int[] {0, 2}, FloatBuffer.allocate(4));

        assertThat(prompt.rows()).isEqualTo(2);
        assertThat(prompt.columnOfRow(1)).isEqualTo(2);
        assertThatThrownBy(() -> Prompt.of(0, 0, 0).withRows(new int[] {1, 0}, FloatBuffer.allocate(4)))
                .hasMessageContaining("must ascend");
    }

    @Test
    void encodesOnceAndOnlyWhenAsked() {
        AtomicInteger asked = new AtomicInteger();
        Prompt prompt = Prompt.of(1, 2).attendingTo(() -> FloatBuffer.wrap(new float[] {asked.incrementAndGet()}));

        assertThat(prompt.isEncoded()).isFalse();
        assertThat(Objects.requireNonNull(prompt.memory()).get(0)).isEqualTo(1);
        assertThat(Objects.requireNonNull(prompt.followedBy(Grammar.ANYTHING).memory())
                        .get(0))
                .isEqualTo(1);
        assertThat(prompt.isEncoded()).isTrue();
        assertThat(Prompt.of(1).isEncoded()).isTrue();
    }
}
